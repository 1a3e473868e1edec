// For the wall on which the screen's own scripts or styles did not come, or cannot run: nobody is there who would load
// the page again. A file of its own, which needs none of theirs; inline scripts are refused.
(() => {
  const key = 'vointi.display.starts';
  const patience = 30_000;
  const [firstWait, longestWait] = [5000, 30_000];
  // By language, written into the page when it is built.
  const texts = JSON.parse(document.currentScript.dataset.messages);
  let said = null;
  let isPlain = false;
  let isWaiting = false;

  const isStarted = () => {
    const shown = document.querySelector('#root')?.firstElementChild ?? null;
    return shown !== null && shown !== said && !isPlain;
  };

  function starts() {
    try {
      return Number(sessionStorage.getItem(key)) || 0;
    } catch {
      return 0;
    }
  }
  function note(count) {
    try {
      sessionStorage.setItem(key, String(count));
    } catch {
      // Then each wait is as long as the first.
    }
  }

  function say() {
    said = document.createElement('main');
    // Sizes and colours of its own: the styles may be what did not come.
    said.style.cssText =
      'position:fixed;inset:0;display:grid;place-content:center;gap:3vh;padding:6vw;font:500 5.2vh/1.3 system-ui,sans-serif;color:CanvasText;background:Canvas';
    const name = document.createElement('h1');
    name.style.cssText = 'margin:0;font-size:9.2vh';
    name.textContent = 'Vointi';
    said.append(name);
    for (const [lang, text] of Object.entries(texts)) {
      const line = document.createElement('p');
      line.style.cssText = 'margin:0';
      line.lang = lang;
      line.textContent = text;
      said.append(line);
    }
    document.querySelector('#root')?.replaceChildren(said);
  }

  /** Where nothing would come, an error of the browser would stay on the wall. */
  async function wouldCome() {
    try {
      if (navigator.serviceWorker?.controller && (await caches.match(location.pathname))) return true;
      const answer = await fetch(location.href, { cache: 'no-store', signal: AbortSignal.timeout(15_000) });
      // Something in front of the service may answer for it.
      return answer.ok && (await answer.text()).includes('name="vointi-build"');
    } catch {
      return false;
    }
  }

  async function again() {
    if (isStarted()) {
      isWaiting = false;
      return note(0);
    }
    if (await wouldCome()) {
      note(starts() + 1);
      location.reload();
    } else setTimeout(again, firstWait);
  }

  function fail() {
    if (isWaiting || isStarted()) return;
    isWaiting = true;
    if (!isPlain) say();
    setTimeout(again, Math.min(longestWait, firstWait * 2 ** starts()));
  }

  addEventListener(
    'error',
    ({ target }) => {
      if (target instanceof HTMLLinkElement && target.rel === 'stylesheet') isPlain = true;
      if (isPlain || target === window || target instanceof HTMLScriptElement) fail();
    },
    true,
  );
  // So says the page's own script where something else that it needs did not come.
  addEventListener('vointi-unstarted', fail);
  setTimeout(() => (isStarted() ? note(0) : fail()), patience);
})();
