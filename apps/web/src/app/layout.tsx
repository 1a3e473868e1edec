import { Outlet } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { Glyphs } from '../domain/measure/glyphs.tsx';
import { Announcer } from '../lib/announce.tsx';
import { hiddenClass } from '../ui/hidden.tsx';
import { ConnectionBanner } from './connection-banner.tsx';
import { Footer } from './footer.tsx';
import { Header } from './header.tsx';
import styles from './layout.module.css';
import { SessionRenewal } from './session-renewal.tsx';

/** The frame of every page. */
export function Layout() {
  const t = useTranslations('app');
  return (
    <>
      <a href="#content" className={styles['skip']}>
        {t('skip')}
      </a>
      <Glyphs />
      <Header />
      <ConnectionBanner />
      <main id="content" tabIndex={-1} className={styles['main']}>
        <Outlet />
      </main>
      <Footer />
      <SessionRenewal />
      <Announcer className={hiddenClass} />
    </>
  );
}
