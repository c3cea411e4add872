// Small comforts. Every page works without this file.
(() => {
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
  for (const box of document.querySelectorAll("[data-zone]")) {
    if (!box.value) box.value = Intl.DateTimeFormat().resolvedOptions().timeZone || "";
  }
})();
