import { lazy, useEffect, useState, type ComponentType, type ReactNode } from 'react';
import { IntlProvider, useMessages } from 'use-intl';
import type { StaffMessages } from '../locales/fi/staff.ts';
import { useLanguage } from './intl.tsx';
import { isLanguage, type Language } from './language.ts';

/** Beside the public words, and loaded with the first page that says them. */
const loaders: Record<Language, () => Promise<{ staff: StaffMessages }>> = {
  fi: () => import('../locales/fi/staff.ts'),
  sv: () => import('../locales/sv/staff.ts'),
  en: () => import('../locales/en/staff.ts'),
};

const loaded = new Map<Language, StaffMessages>();

async function load(language: Language) {
  const { staff } = await loaders[language]();
  loaded.set(language, staff);
}

const pageLanguage = (): Language => {
  const { lang } = document.documentElement;
  return isLanguage(lang) ? lang : 'fi';
};

function StaffWords({ children }: { children: ReactNode }) {
  const language = useLanguage();
  const messages = useMessages();
  const [latest, setLatest] = useState(() => loaded.get(language));
  useEffect(() => {
    let isWanted = true;
    void load(language).then(() => isWanted && setLatest(loaded.get(language)));
    return () => {
      isWanted = false;
    };
  }, [language]);
  // While another language is on its way, the page keeps the one it has: what is typed stays.
  return (
    latest && (
      <IntlProvider locale={language} timeZone="Europe/Helsinki" messages={{ ...messages, ...latest }}>
        {children}
      </IntlProvider>
    )
  );
}

/** A page that needs more than the public words: page and words come side by side. */
export async function withStaffWords(page: Promise<{ Page: ComponentType }>): Promise<{ Page: ComponentType }> {
  const [{ Page }] = await Promise.all([page, load(pageLanguage())]);
  return {
    Page: () => (
      <StaffWords>
        <Page />
      </StaffWords>
    ),
  };
}

/** A part of a public page that is for those who have an account: fetched, with its words, when it is shown. */
export const staffPart = <P extends object>(part: () => Promise<ComponentType<P>>) =>
  lazy(async () => {
    const [Part] = await Promise.all([part(), load(pageLanguage())]);
    return {
      default: (props: P) => (
        <StaffWords>
          <Part {...props} />
        </StaffWords>
      ),
    };
  });
