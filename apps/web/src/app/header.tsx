import { useQuery } from '@tanstack/react-query';
import { useLocation, useParams } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { Logo } from '../features/municipality/logo.tsx';
import { publicSettingsQuery } from '../domain/municipality/queries.ts';
import { usePlanHead } from '../domain/plan/queries.ts';
import { LocalizedText } from '../lib/text.tsx';
import { Account } from './account.tsx';
import { FictionalBanner } from './fictional-banner.tsx';
import styles from './header.module.css';
import { LanguageSwitch } from './language-switch.tsx';
import { planNav } from './nav.ts';
import { ThemeSwitch } from './theme-switch.tsx';

export function Header() {
  const t = useTranslations('app');
  const { slug, year } = useParams({ strict: false });
  return (
    <header className={styles['header']}>
      <div className={styles['bar']}>
        <a href="/" className={styles['mark']} aria-label={t('home')}>
          Vointi
        </a>
        {slug !== undefined && year !== undefined && <PlanNav slug={slug} year={year} />}
        <div className={styles['settings']}>
          {slug === undefined ? <LanguageSwitch /> : <OfferedLanguages slug={slug} />}
          <span className={styles['theme']}>
            <ThemeSwitch />
          </span>
          <Account />
        </div>
      </div>
      <FictionalBanner />
    </header>
  );
}

function OfferedLanguages({ slug }: { slug: string }) {
  const { data } = useQuery(publicSettingsQuery(slug));
  return <LanguageSwitch offered={data?.languages} />;
}

function PlanNav({ slug, year }: { slug: string; year: string }) {
  const t = useTranslations('app');
  const head = usePlanHead(slug, year);
  const pathname = useLocation({ select: (location) => location.pathname });
  if (!head) return null;
  const { startYear, endYear } = head.councilTerm;
  const base = `/${slug}/${year}`;
  return (
    <>
      <a href={base} className={styles['municipality']}>
        <Logo slug={slug} className={styles['logo']} />
        <LocalizedText text={head.municipality.name} />
      </a>
      <nav aria-label={t('mainNav')} className={styles['nav']}>
        {planNav.map(({ path, label }) => (
          <a key={path} href={base + path} aria-current={pathname === base + path ? 'page' : undefined}>
            {t(`nav.${label}`)}
            {label === 'term' && <span className={styles['years']}>{`${startYear}–${endYear}`}</span>}
          </a>
        ))}
      </nav>
    </>
  );
}
