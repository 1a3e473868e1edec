import { useTranslations } from 'use-intl';
import { Button } from '../../../ui/button.tsx';
import { Toolbar } from '../../../domain/admin/filters.tsx';

type Props = { page: number; pages: number; onPage: (page: number) => void };

export function ListPages({ page, pages, onPage }: Props) {
  const t = useTranslations('indicatorPage');
  if (pages <= 1) return null;
  return (
    <nav aria-label={t('pages')}>
      <Toolbar>
        <Button disabled={page <= 1} onClick={() => onPage(page - 1)}>
          {t('previous')}
        </Button>
        <span>{t('page', { page, pages })}</span>
        <Button disabled={page >= pages} onClick={() => onPage(page + 1)}>
          {t('next')}
        </Button>
      </Toolbar>
    </nav>
  );
}
