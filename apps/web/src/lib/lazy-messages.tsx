import { lazy, useEffect, useState, type ComponentType, type ReactNode } from 'react';
import { IntlProvider, useMessages } from 'use-intl';
import type { Messages } from '../locales/messages.ts';
import { useLanguage } from './intl.tsx';
import { isLanguage, type Language } from './language.ts';

/** A part of a bundle of locale files, by language: what `messages:signedIn/figures` exports. */
export type MessageLoaders = Record<Language, () => Promise<{ default: Partial<Messages> }>>;

const pageLanguage = (): Language => {
  const { lang } = document.documentElement;
  return isLanguage(lang) ? lang : 'fi';
};

type LoadingPage = Promise<{ Page: ComponentType }>;

/** Messages that the first page which shows them loads, in addition to those of every page. */
export function lazyMessages(...parts: MessageLoaders[]) {
  const loaded = new Map<Language, Partial<Messages>>();

  async function load(language: Language) {
    const files = await Promise.all(parts.map((part) => part[language]()));
    loaded.set(language, Object.assign({}, ...files.map((file) => file.default)) as Partial<Messages>);
  }

  function WithMessages({ children }: { children: ReactNode }) {
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
    // Until the other language has loaded, the page stays as it is and keeps typed text.
    return (
      latest && (
        <IntlProvider locale={language} timeZone="Europe/Helsinki" messages={{ ...messages, ...latest }}>
          {children}
        </IntlProvider>
      )
    );
  }

  /** Loads a page and its messages in parallel. */
  async function page(loading: LoadingPage): LoadingPage {
    const [{ Page }] = await Promise.all([loading, load(pageLanguage())]);
    return {
      Page: () => (
        <WithMessages>
          <Page />
        </WithMessages>
      ),
    };
  }

  /** A part of a page that loads with its messages when it is shown. */
  const part = <P extends object>(fetch: () => Promise<ComponentType<P>>) =>
    lazy(async () => {
      const [Part] = await Promise.all([fetch(), load(pageLanguage())]);
      return {
        default: (props: P) => (
          <WithMessages>
            <Part {...props} />
          </WithMessages>
        ),
      };
    });

  return { page, part };
}
