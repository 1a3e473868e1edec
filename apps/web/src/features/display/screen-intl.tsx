import screen from 'messages:public/screen';
import { useEffect, useState, type ReactNode } from 'react';
import { IntlProvider } from 'use-intl';
import type { Language } from '../../lib/language.ts';
import type { Messages } from '../../locales/messages.ts';

type Loaded = { language: Language; messages: Partial<Messages> };

/** Sets the room's language. Until its messages have loaded, the screen keeps the language that it has. */
export function ScreenIntl({ language, start, children }: { language: Language; start: Loaded; children: ReactNode }) {
  const [loaded, setLoaded] = useState(start);
  useEffect(() => {
    if (loaded.language === language) return;
    let isWanted = true;
    const load = () =>
      loadScreenMessages(language).then(
        (messages) => isWanted && setLoaded({ language, messages }),
        () => isWanted && (timer = setTimeout(() => void load(), 10_000)),
      );
    let timer: ReturnType<typeof setTimeout> | undefined;
    void load();
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [language, loaded.language]);
  useEffect(() => {
    document.documentElement.lang = loaded.language;
  }, [loaded.language]);
  return (
    <IntlProvider locale={loaded.language} messages={loaded.messages} timeZone="Europe/Helsinki">
      {children}
    </IntlProvider>
  );
}

/** Loads the screen's messages in one language. */
export const loadScreenMessages = async (language: Language): Promise<Partial<Messages>> =>
  (await screen[language]()).default;
