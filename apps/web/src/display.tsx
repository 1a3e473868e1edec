import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import './ui/tokens.css';
import './ui/base.css';
import './features/display/page.css';
import { ScreenErrorBoundary } from './features/display/error-boundaries.tsx';
import { screenSourceOf } from './features/display/screen-source.ts';
import { reloadSoon } from './features/display/reload.ts';
import { ScreenApp } from './features/display/screen-app.tsx';
import { loadScreenMessages } from './features/display/screen-intl.tsx';
import { ScreenStore } from './features/display/screen-store.ts';
import { keepPage } from './features/display/worker.ts';
import { settingsFromAddress } from './features/display/settings.ts';
import { startLanguage } from './lib/language.ts';

// A page of its own and not one of the application's: no session, no dialog and no banner of theirs can come over it.
async function start() {
  const store = new ScreenStore(screenSourceOf(location.pathname));
  // A room's own language, as it was last time: it need not be changed before anybody's eyes.
  const language = store.get().own?.settings.language ?? settingsFromAddress(location.search, startLanguage()).language;
  document.documentElement.lang = language;
  const messages = await loadScreenMessages(language);
  const root = document.querySelector('#root');
  if (!root) return;
  createRoot(root).render(
    <StrictMode>
      <ScreenErrorBoundary onFault={store.dropOfflineCopy}>
        <ScreenApp store={store} start={{ language, messages }} />
      </ScreenErrorBoundary>
    </StrictMode>,
  );
  void keepPage();
}

// Words that did not come leave nothing to show: the guard of the page says so, and it is loaded anew until they do.
start().catch(() => {
  dispatchEvent(new Event('vointi-unstarted'));
  reloadSoon();
});
