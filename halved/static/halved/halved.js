// Small comforts. Every page works without this file.
(() => {
  // Browsers take text as a page or a script only through a policy. htmx makes pieces of pages of what
  // our own server sends; nothing here may make a script of text.
  self.trustedTypes?.createPolicy("default", { createHTML: (text) => text });
  const say = (button, words) => {
    const before = button.textContent;
    button.textContent = words;
    setTimeout(() => { button.textContent = before; }, 2500);
  };
  const textOf = (button) => {
    const source = document.getElementById(button.dataset.from);
    return "value" in source ? source.value : source.textContent.trim();
  };
  for (const button of document.querySelectorAll("[data-copy]")) {
    if (!navigator.clipboard) continue;
    button.hidden = false;
    button.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(textOf(button));
        say(button, "Copied");
      } catch {
        say(button, "Please copy it by hand");
      }
    });
  }
  for (const button of document.querySelectorAll("[data-share]")) {
    if (!navigator.share) continue;
    button.hidden = false;
    button.addEventListener("click", () => {
      navigator.share({ text: textOf(button) }).catch(() => {});
    });
  }
  for (const button of document.querySelectorAll("[data-print]")) {
    button.hidden = false;
    button.addEventListener("click", () => print());
  }
  // One contact of the phone, where the browser can ask for it. Nothing else of the list is seen.
  for (const place of document.querySelectorAll("[data-contacts]")) {
    if (!navigator.contacts) continue;
    place.hidden = false;
    place.querySelector("button").addEventListener("click", async () => {
      const [picked] = await navigator.contacts.select(["name", "tel", "email"]).catch(() => []);
      if (!picked) return;
      document.getElementById("id_name").value = picked.name?.[0] ?? "";
      document.getElementById("id_phone").value = picked.tel?.[0] ?? "";
      document.getElementById("id_email").value = picked.email?.[0] ?? "";
      document.getElementById("reach").open = true;
    });
  }
  // Notes on words. The server is told in which box somebody is writing; what is still the same is
  // left alone; and what has the focus stays where it is when notes above it come or go.
  document.addEventListener("htmx:configRequest", ({ detail }) => {
    const { type, target } = detail.triggeringEvent || {};
    if (type === "input") detail.headers["HX-Writing"] = target.name;
  });
  let focus;
  const stay = () => {
    const { active, top, within } = focus;
    focus = undefined;
    if (active.isConnected) scrollBy(0, active.getBoundingClientRect().top - top);
    else within?.focus({ preventScroll: true });
  };
  document.addEventListener("htmx:oobBeforeSwap", ({ detail }) => {
    const { target, fragment } = detail;
    const active = document.activeElement;
    detail.shouldSwap = target.textContent.trim() !== fragment.textContent.trim();
    if (!focus) {
      focus = { active, top: active.getBoundingClientRect().top };
      queueMicrotask(stay);
    }
    if (target.contains(active)) focus.within = target;
  });
  // What was typed did not arrive: a line that says “Kept” must not go on saying so.
  document.addEventListener("htmx:afterRequest", ({ detail }) => {
    const kept = document.getElementById("kept");
    if (kept && !detail.successful) {
      kept.textContent = "Not kept just now. Leave this page open. It is tried again when you type.";
    }
  });
  for (const box of document.querySelectorAll("[data-zone]")) {
    if (!box.value) box.value = Intl.DateTimeFormat().resolvedOptions().timeZone || "";
  }
})();
