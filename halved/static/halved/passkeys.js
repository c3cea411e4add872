// Asks the browser for a passkey, and sends what it gives. Pages work without this file.
(() => {
  if (!self.PublicKeyCredential) return;
  const bytes = (text) =>
    Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (sign) => sign.charCodeAt(0));
  const text = (buffer) =>
    btoa(String.fromCharCode(...new Uint8Array(buffer)))
      .replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
  const PARTS = ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"];

  const read = (options) => {
    options.challenge = bytes(options.challenge);
    if (options.user) options.user.id = bytes(options.user.id);
    for (const list of [options.excludeCredentials, options.allowCredentials]) {
      for (const known of list ?? []) known.id = bytes(known.id);
    }
    // What the secret is made of, if one is asked for.
    for (const part of Object.values(options.extensions?.prf ?? {})) part.first = bytes(part.first);
    return { publicKey: options };
  };
  const written = ({ id, type, response }, extensions) => {
    const parts = PARTS.filter((name) => response[name]).map((name) => [name, text(response[name])]);
    const first = extensions.prf?.results?.first;
    return JSON.stringify({
      id,
      rawId: id,
      type,
      response: Object.fromEntries(parts),
      clientExtensionResults: first ? { prf: { results: { first: text(first) } } } : {},
    });
  };

  for (const form of document.querySelectorAll("[data-passkey]")) {
    const { passkey, makes } = form.dataset;
    const { credential, csrfmiddlewaretoken } = form.elements;
    const failed = form.querySelector("[data-failed]");
    form.hidden = false;
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      failed.hidden = true;
      try {
        const body = new URLSearchParams({ csrfmiddlewaretoken: csrfmiddlewaretoken.value });
        const answer = await fetch(passkey, { method: "POST", body });
        if (answer.status === 403) return location.reload(); // the page says what is missing
        const options = read(await answer.json());
        const given = await navigator.credentials[makes ? "create" : "get"](options);
        credential.value = written(given, given.getClientExtensionResults());
        form.submit();
      } catch {
        failed.hidden = false;
      }
    });
  }
  for (const place of document.querySelectorAll("[data-without-passkeys]")) place.hidden = true;
})();
