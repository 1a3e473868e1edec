import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import './ui/tokens.css';
import './ui/base.css';
import { Providers } from './app/providers.tsx';
import { makeRouter } from './app/router.tsx';
import { watchSession } from './features/session/session-renewal.ts';
import { loadMessages } from './lib/intl.tsx';
import { startLanguage } from './lib/language.ts';
import { makeQueryClient } from './lib/queries.ts';
import { forgetOld } from './lib/storage.ts';
import { followTheme } from './lib/theme.ts';

// A page opened before an update asks for files that are gone: the new version is one reload away.
addEventListener('vite:preloadError', () => {
  if (sessionStorage.getItem('vointi.reloaded') === location.href) return;
  sessionStorage.setItem('vointi.reloaded', location.href);
  location.reload();
});

async function start() {
  followTheme();
  forgetOld();
  const language = startLanguage();
  document.documentElement.lang = language;
  const queryClient = makeQueryClient();
  watchSession(queryClient);
  const router = makeRouter(queryClient);
  // An address that leads elsewhere: the page itself, which would follow, is not there yet.
  const unfollow = router.history.subscribe(router.load);
  // The page's code and data and the words come side by side.
  const [messages] = await Promise.all([loadMessages(language), router.load().catch(() => {})]);
  unfollow();
  const root = document.querySelector('#root');
  if (!root) return;
  createRoot(root).render(
    <StrictMode>
      <Providers start={{ language, messages }} queryClient={queryClient} router={router} />
    </StrictMode>,
  );
}

// Not awaited here: pages import this file, and would wait for it while it waits for them.
void start();
