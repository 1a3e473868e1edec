import { lazy, useEffect, useState, type ComponentType, type ReactNode } from 'react';
import { IntlProvider, useMessages } from 'use-intl';
import { useLanguage } from './intl.tsx';
import { isLanguage, type Language } from './language.ts';

const pageLanguage = (): Language => {
  const { lang } = document.documentElement;
  return isLanguage(lang) ? lang : 'fi';
};

type Paged = Promise<{ Page: ComponentType }>;

/** Words beside those that every page has: loaded with the first page that says them. */
export function wordsBeside<M extends object>(loaders: Record<Language, () => Promise<M>>) {
  const loaded = new Map<Language, M>();

  async function load(language: Language) {
    loaded.set(language, await loaders[language]());
  }

  function Words({ children }: { children: ReactNode }) {
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
  async function withWords(page: Paged): Paged {
    const [{ Page }] = await Promise.all([page, load(pageLanguage())]);
    return {
      Page: () => (
        <Words>
          <Page />
        </Words>
      ),
    };
  }

  /** A part of a page, fetched with its words when it is shown. */
  const part = <P extends object>(fetched: () => Promise<ComponentType<P>>) =>
    lazy(async () => {
      const [Part] = await Promise.all([fetched(), load(pageLanguage())]);
      return {
        default: (props: P) => (
          <Words>
            <Part {...props} />
          </Words>
        ),
      };
    });

  return { withWords, part };
}
