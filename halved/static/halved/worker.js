// The service worker: without a network the numbers of Help now are there, and nothing of a room.
// halved/device.py puts `const KEPT = {version, files, offline, now, tidied, ended};` in front.
(() => {
  const NAME = `halved-${KEPT.version}`;
  const PATIENCE = 3000; // ms until a copy takes the place of a network that does not answer
  const COUNTRY = new RegExp(`^${KEPT.now}[A-Z]{2}/$`);
  const zone = encodeURIComponent(Intl.DateTimeFormat().resolvedOptions().timeZone);
  // What is kept for everyone: {path: where it is fetched from}. A country that somebody looked at
  // is kept beside it until the room is locked, and nothing else ever is.
  const shell = new Map([...KEPT.files, KEPT.offline].map((path) => [path, path]));
  shell.set(KEPT.now, `${KEPT.now}?zone=${zone}`);

  // Asked for without cookies, so that nothing of anybody can stand in what is kept.
  const ask = (address) => fetch(address, { credentials: "omit", cache: "no-cache" });
  const copyOf = async (path) => (await caches.open(NAME)).match(path, { ignoreVary: true });
  const keep = async (path, answer) => (await caches.open(NAME)).put(path, answer);
  const fill = () => Promise.all([...shell].map(async ([path, address]) => {
    const answer = await ask(address);
    if (!answer.ok || answer.redirected) throw new Error(path);
    await keep(path, answer);
  }));
  const tidy = async (but) => {
    const cache = await caches.open(NAME);
    for (const { url } of await cache.keys()) {
      const { pathname } = new URL(url);
      if (!shell.has(pathname) && pathname !== but) await cache.delete(url);
    }
  };
  const drop = async (but) => {
    const ours = (await caches.keys()).filter((name) => name.startsWith("halved-") && name !== but);
    await Promise.all(ours.map((name) => caches.delete(name)));
  };
  const end = async () => {
    await drop();
    await (await registration.pushManager?.getSubscription())?.unsubscribe();
    await registration.unregister();
  };

  addEventListener("install", (event) => {
    skipWaiting();
    event.waitUntil(fill());
  });
  addEventListener("activate", (event) => {
    event.waitUntil(drop(NAME).then(() => clients.claim()));
  });

  const late = () => new Promise((_, fail) => { setTimeout(fail, PATIENCE); });
  const numbers = async (event, path, kept) => {
    const copy = await copyOf(path);
    try {
      const answer = await Promise.race([ask(event.request.url), ...(copy ? [late()] : [])]);
      if (answer.status >= 500) throw new Error();
      if (answer.redirected) return Response.redirect(answer.url);
      if (answer.ok && kept) event.waitUntil(keep(path, answer.clone()).then(() => tidy(path)));
      return answer;
    } catch {
      return copy ?? (await copyOf(KEPT.now)) ?? (await copyOf(KEPT.offline)) ?? Response.error();
    }
  };
  const orOffline = (request) =>
    fetch(request).catch(async () => (await copyOf(KEPT.offline)) ?? Response.error());
  const file = async (request, path) => (await copyOf(path)) ?? fetch(request);

  addEventListener("fetch", (event) => {
    const { request } = event;
    const { origin, pathname, search } = new URL(request.url);
    if (origin !== location.origin) return;
    if (request.method === "POST") {
      if (KEPT.tidied.includes(pathname)) event.waitUntil(tidy());
      if (KEPT.ended.includes(pathname)) event.waitUntil(end());
    }
    if (request.method !== "GET") return;
    const guessed = pathname === KEPT.now && (!search || search.startsWith("?zone="));
    if (KEPT.files.includes(pathname)) event.respondWith(file(request, pathname));
    else if (request.mode !== "navigate") return;
    else if (guessed) event.respondWith(numbers(event, KEPT.now, Boolean(search)));
    else if (COUNTRY.test(pathname)) event.respondWith(numbers(event, pathname, !search));
    else event.respondWith(orOffline(request));
  });

  // A push carries no text, so the screen always says the same. It makes no sound.
  addEventListener("push", (event) => {
    const said = registration.showNotification("A message for you", { tag: "one", silent: true });
    event.waitUntil(said);
  });
  addEventListener("notificationclick", (event) => {
    event.notification.close();
    event.waitUntil(clients.matchAll({ type: "window" }).then(
      ([open]) => (open ? open.focus() : clients.openWindow("/")),
    ));
  });
})();
