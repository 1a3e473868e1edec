import { useTranslations } from 'use-intl';
import { buttonClass } from '../ui/button.tsx';
import { PageHeading } from '../ui/page-heading.tsx';
import styles from './message-page.module.css';

export function NotFoundPage() {
  const t = useTranslations('app');
  return (
    <section className={styles['message']}>
      <PageHeading title={t('notFound.title')}>{t('notFound.title')}</PageHeading>
      <p>{t('notFound.text')}</p>
      <a href="/" className={buttonClass({ variant: 'primary' })}>
        {t('notFound.home')}
      </a>
    </section>
  );
}
