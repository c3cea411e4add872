// Keeps the numbers of Help now for when there is no network. Pages work without this file.
(() => {
  if (!navigator.serviceWorker) return;
  const rules = { createScriptURL: (path) => path };
  const own = self.trustedTypes?.createPolicy("halved-device", rules) ?? rules;
  navigator.serviceWorker
    .register(own.createScriptURL("/sw.js"), { updateViaCache: "none" })
    .catch(() => {}); // a browser that keeps nothing, as in a private window
})();
