import { useEffect, useState, type ReactNode } from 'react';
import { IntlProvider } from 'use-intl';
import { type Language } from '../../lib/language.ts';
import type { ScreenMessages } from '../../locales/fi/screen.ts';
import { loadScreenWords } from './screen-words.ts';

type Loaded = { language: Language; messages: ScreenMessages };

/** The room's language. While its words are on the way, or cannot be had, the screen goes on in the one it has. */
export function ScreenIntl({ wanted, start, children }: { wanted: Language; start: Loaded; children: ReactNode }) {
  const [loaded, setLoaded] = useState(start);
  useEffect(() => {
    if (loaded.language === wanted) return;
    let isWanted = true;
    const load = () =>
      loadScreenWords(wanted).then(
        (messages) => isWanted && setLoaded({ language: wanted, messages }),
        () => isWanted && (timer = setTimeout(() => void load(), 10_000)),
      );
    let timer: ReturnType<typeof setTimeout> | undefined;
    void load();
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [wanted, loaded.language]);
  useEffect(() => {
    document.documentElement.lang = loaded.language;
  }, [loaded.language]);
  return (
    <IntlProvider locale={loaded.language} messages={loaded.messages} timeZone="Europe/Helsinki">
      {children}
    </IntlProvider>
  );
}
