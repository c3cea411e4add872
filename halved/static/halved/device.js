// Keeps the numbers of Help now for when there is no connection, and switches messages on the screen
// on and off. Pages work without this file.
(() => {
  if (!navigator.serviceWorker) return;
  const rules = { createScriptURL: () => "/sw.js" };
  const own = self.trustedTypes?.createPolicy("halved-device", rules) ?? rules;
  const registered = navigator.serviceWorker.register(own.createScriptURL(""), {
    updateViaCache: "none",
  });
  registered.catch(() => {}); // a browser that keeps nothing, as in a private window

  const place = document.querySelector("[data-push]");
  if (!place) return;
  const part = (name) => place.querySelector(`[data-${name}]`);
  const show = (...names) => {
    for (const name of ["on", "off", "refused", "cannot"]) part(name).hidden = !names.includes(name);
  };
  const send = (form, endpoint) => {
    form.elements.endpoint.value = endpoint;
    form.submit();
  };
  // The server knows a browser by the hash of its address at the push service.
  const isOn = async (subscription) => {
    if (!subscription) return false;
    const bytes = new TextEncoder().encode(subscription.endpoint);
    const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
    const mark = [...hash].map((byte) => byte.toString(16).padStart(2, "0")).join("");
    return place.dataset.marks.split(" ").includes(mark);
  };
  const start = async () => {
    await registered;
    const { pushManager } = await navigator.serviceWorker.ready;
    let subscription = await pushManager.getSubscription();
    part("on").addEventListener("submit", async (event) => {
      event.preventDefault();
      try {
        await subscription?.unsubscribe(); // of somebody who was here before, or an older key
        subscription = await pushManager.subscribe({
          userVisibleOnly: true,
          applicationServerKey: place.dataset.push,
        });
        send(part("on"), subscription.endpoint);
      } catch {
        show("on", "refused");
      }
    });
    part("off").addEventListener("submit", async (event) => {
      event.preventDefault();
      const { endpoint } = subscription;
      await subscription.unsubscribe().catch(() => {});
      send(part("off"), endpoint);
    });
    show((await isOn(subscription)) ? "off" : "on");
  };
  place.hidden = false;
  if (location.hash) place.scrollIntoView(); // back from the switch
  if (self.PushManager && self.Notification) start().catch(() => show("cannot"));
  else show("cannot");
})();
