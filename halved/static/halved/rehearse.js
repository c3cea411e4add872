// While one reads aloud, a line under the card fills. No numbers tick, and nothing is kept.
(() => {
  const button = document.querySelector("[data-seconds]");
  if (!button) return;
  const line = document.querySelector(".aloud > span");
  const took = document.getElementById("took");
  const still = matchMedia("(prefers-reduced-motion: reduce)");
  const about = (seconds) => seconds < 53
    ? `about ${Math.max(5, 5 * Math.round(seconds / 5))} seconds`
    : seconds < 90 ? "about a minute" : `about ${Math.round(seconds / 60)} minutes`;
  let begun = 0;
  let filling = null;
  button.hidden = false;
  button.addEventListener("click", () => {
    if (begun) {
      took.textContent = `You took ${about((performance.now() - begun) / 1000)}. Slower is fine.`;
      button.textContent = "Read it again";
      filling?.cancel();
      begun = 0;
      return;
    }
    begun = performance.now();
    took.textContent = "";
    button.textContent = "I have read it";
    if (still.matches) return;
    filling = line.animate([{ transform: "scaleX(0)" }, { transform: "scaleX(1)" }], {
      duration: button.dataset.seconds * 1000,
      fill: "forwards",
    });
  });
})();
