import { createContext, use, useEffect, useMemo, useState, type ReactNode } from 'react';
import { IntlProvider, useLocale } from 'use-intl';
import type { AdministrationMessages } from '../locales/fi/administration.ts';
import type { FigureStaffMessages } from '../locales/fi/figure-staff.ts';
import type { FigureMessages } from '../locales/fi/figures.ts';
import type { Messages } from '../locales/fi/messages.ts';
import type { ScreenMessages } from '../locales/fi/screen.ts';
import type { SiteMessages } from '../locales/fi/site.ts';
import type { StaffMessages } from '../locales/fi/staff.ts';
import { isLanguage, rememberLanguage, type Language } from './language.ts';

declare module 'use-intl' {
  // use-intl reads the types of its keys from here.
  interface AppConfig {
    Locale: Language;
    Messages: Messages &
      ScreenMessages &
      SiteMessages &
      StaffMessages &
      AdministrationMessages &
      FigureMessages &
      FigureStaffMessages;
  }
}

/** A language is one file, fetched when somebody reads in it. */
const loaders: Record<Language, () => Promise<{ messages: Messages }>> = {
  fi: () => import('../locales/fi/messages.ts'),
  sv: () => import('../locales/sv/messages.ts'),
  en: () => import('../locales/en/messages.ts'),
};

export const loadMessages = async (language: Language): Promise<Messages> => (await loaders[language]()).messages;

const SetLanguage = createContext<(language: Language) => void>(() => {});

type Loaded = { language: Language; messages: Messages };

export function Intl({ start, children }: { start: Loaded; children: ReactNode }) {
  const [{ language, messages }, setLoaded] = useState(start);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const choose = useMemo(() => {
    let latest: Language | undefined;
    return (wanted: Language) => {
      latest = wanted;
      rememberLanguage(wanted);
      void loadMessages(wanted).then((loaded) => {
        if (latest === wanted) setLoaded({ language: wanted, messages: loaded });
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
