// Which country? The clock of this device knows better than its language. Nothing is kept, and a
// page that somebody chose stays as it is.
(() => {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (!zone || location.search || location.hash) return;
  const country = document.querySelector(`[data-zones~="${CSS.escape(zone)}"]`);
  const guess = document.querySelector("[data-guess]");
  if (country) location.replace(country.href);
  else if (!guess?.dataset.guess.split(" ").includes(zone))
    location.replace(`?zone=${encodeURIComponent(zone)}`);
})();
