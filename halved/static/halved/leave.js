// Leave now: the page is emptied at once, the room locks, and another page takes its place.
// Without this file the button is a form that locks the room and leads away.
(() => {
  try {
    sessionStorage.clear(); // htmx keeps the last address there
  } catch { /* there is none */ }
  const button = document.querySelector("[data-leave]");
  if (!button) return;
  const { idle, hidden } = button.dataset;
  const to = button.dataset.leave || button.href;
  const MINUTE = 60_000;
  const PATIENCE = 400; // ms the lock may take before the other page opens all the same
  const KEPT_AT_MOST = 60_000; // characters: browsers send no more from a page that is going
  const address = `${location.pathname}${location.search}`;

  // What somebody is typing and has not sent. It is sealed with the lock.
  let unsent;
  addEventListener("input", ({ target }) => { unsent = target.form; });
  addEventListener("submit", () => { unsent = undefined; });
  addEventListener("htmx:afterRequest", ({ detail }) => {
    if (detail.successful && unsent?.contains(detail.elt)) unsent = undefined;
  });
  const words = () => {
    const sent = new FormData();
    if (unsent?.method !== "post" || unsent.querySelector("[type=password]")) return sent;
    for (const [name, value] of new FormData(unsent)) if (value.at) sent.append(name, value);
    sent.append("unsent", new URL(unsent.action).pathname);
    const size = [...sent.values()].reduce((sum, value) => sum + new Blob([value]).size, 0);
    return size > KEPT_AT_MOST ? new FormData() : sent;
  };

  let gone = false;
  const go = (place) => {
    if (gone) return;
    gone = true;
    const body = words();
    document.body.replaceChildren();
    document.title = " ";
    const locked = button.method ? fetch("/leave/", { method: "POST", body, keepalive: true }) : 0;
    const late = new Promise((done) => { setTimeout(done, PATIENCE); });
    Promise.race([locked, late]).catch(() => {}).finally(() => location.replace(place));
  };
  // Back must not show a page of a room as it was, nor one that somebody left.
  addEventListener("pageshow", ({ persisted }) => {
    if (!persisted || !(gone || idle)) return;
    document.body.replaceChildren();
    location.reload();
  });
  addEventListener(button.method ? "submit" : "click", (event) => {
    if (!event.target.closest("[data-leave]")) return;
    event.preventDefault();
    go(to);
  }, true);

  // Shift, three times within five seconds of each other, and no other key.
  const dots = document.createElement("span");
  const told = document.createElement("span");
  dots.className = "presses";
  dots.setAttribute("aria-hidden", "true");
  told.className = "hidden";
  told.setAttribute("role", "status");
  (button.hidden ? document.body : button).append(dots, told);
  const SAID = ["", "Press Shift two more times to leave.", "Press Shift once more to leave."];
  let presses = 0, alone = false, forget;
  const count = (number, said) => {
    presses = number;
    dots.textContent = number ? "●".repeat(number) + "○".repeat(3 - number) : "";
    told.textContent = said;
    clearTimeout(forget);
    if (number) forget = setTimeout(() => count(0, "Not leaving. Start again with Shift."), 5000);
  };
  addEventListener("keydown", ({ key, repeat, ctrlKey, altKey, metaKey }) => {
    alone = key === "Shift" && !ctrlKey && !altKey && !metaKey;
    if (!alone && presses && !repeat) count(0, "");
  }, true);
  addEventListener("keyup", ({ key }) => {
    if (key !== "Shift" || !alone) return;
    alone = false;
    if (presses === 2) go(to);
    else count(presses + 1, SAID[presses + 1]);
  }, true);

  // The room locks when nobody has moved for a while, or when the page was out of sight too long.
  const lock = () => go(`/unlock/?next=${encodeURIComponent(address)}`);
  const limit = (minutes, since) => Date.now() - since >= minutes * MINUTE;
  let moved = Date.now(), away;
  for (const sign of ["keydown", "pointerdown", "scroll", "input"])
    addEventListener(sign, () => { moved = Date.now(); }, { capture: true, passive: true });
  const look = () => {
    if (idle && limit(idle, moved)) lock();
    else if (hidden && away && limit(hidden, away)) lock();
  };
  addEventListener("visibilitychange", () => {
    look();
    away = document.hidden ? Date.now() : undefined;
    if (away && hidden) setTimeout(look, hidden * MINUTE);
  });
  if (idle) setInterval(look, MINUTE / 4);
})();
