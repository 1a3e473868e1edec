import { createContext, use, useEffect, useMemo, useState, type ReactNode } from 'react';
import { IntlProvider, useLocale } from 'use-intl';
import everyPage from 'messages:public/everyPage';
import type { Messages } from '../locales/messages.ts';
import { isLanguage, rememberLanguage, type Language } from './language.ts';

declare module 'use-intl' {
  // use-intl reads the types of its keys from here.
  interface AppConfig {
    Locale: Language;
    Messages: Messages;
  }
}

/** Loads the public messages of a language, which are one file. */
export const loadMessages = async (language: Language): Promise<Partial<Messages>> =>
  (await everyPage[language]()).default;

const SetLanguage = createContext<(language: Language) => void>(() => {});

type Loaded = { language: Language; messages: Partial<Messages> };

export function Intl({ start, children }: { start: Loaded; children: ReactNode }) {
  const [{ language, messages }, setLoaded] = useState(start);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const choose = useMemo(() => {
    let latest: Language | undefined;
    return (chosen: Language) => {
      latest = chosen;
      rememberLanguage(chosen);
      void loadMessages(chosen).then((loaded) => {
        if (latest === chosen) setLoaded({ language: chosen, messages: loaded });
      });
    };
  }, []);
  return (
    <SetLanguage value={choose}>
      <IntlProvider locale={language} messages={messages} timeZone="Europe/Helsinki">
        {children}
      </IntlProvider>
    </SetLanguage>
  );
}

export function useLanguage(): Language {
  const locale: string = useLocale();
  return isLanguage(locale) ? locale : 'fi';
}

export const useSetLanguage = () => use(SetLanguage);
