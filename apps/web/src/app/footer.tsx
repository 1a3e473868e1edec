import { useParams } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { accessibilityPath } from '../domain/paths.ts';
import styles from './footer.module.css';
import { siteNav } from './nav.ts';
import { ThemeSwitch } from './theme-switch.tsx';

export function Footer() {
  const t = useTranslations('app');
  const { slug } = useParams({ strict: false });
  return (
    <footer className={styles['footer']}>
      <div className={styles['row']}>
        <p>
          <b>Vointi</b> {t('tagline')}
        </p>
        <span className={styles['theme']}>
          <ThemeSwitch isNamed />
        </span>
        <nav aria-label={t('footerNav')}>
          <ul className={styles['links']}>
            {siteNav.map(({ path, label }) => (
              <li key={path}>
                <a href={path === '/accessibility' ? accessibilityPath(slug) : path}>
                  {t(`nav.${label}`, { start: '', end: '' })}
                </a>
              </li>
            ))}
            <li>
              <a href="/api/openapi.json">{t('nav.api')}</a>
            </li>
          </ul>
        </nav>
      </div>
    </footer>
  );
}
