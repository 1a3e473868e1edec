import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { IndicatorDetail } from '@vointi/shared/indicator/read-contract.ts';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useLocalizedText } from '../../../lib/text.tsx';
import { Button, buttonClass } from '../../../ui/button.tsx';
import { Section } from '../../../ui/detail.tsx';
import { ConfirmDialog } from '../../../ui/form/confirm-dialog.tsx';
import { showToast } from '../../../ui/form/toast.tsx';
import { Toolbar } from '../../../domain/admin/filters.tsx';
import { ValueGrid } from '../grid/value-grid.tsx';
import { indicatorPath } from '../../../domain/paths.ts';
import { refreshFigures } from '../../../domain/indicator/refresh.ts';
import { BreaksForm } from './breaks-form.tsx';
import { IndicatorDialog } from './indicator-dialog.tsx';
import { LinksForm } from './links-form.tsx';
import { listPath } from './paths.ts';
import { TargetsForm } from './targets-form.tsx';
import { remove } from './writes.ts';

type Props = { slug: string; year: string; indicator: IndicatorDetail };

/** Edits one indicator: its fields, values, targets, breaks and links. */
export function ManageView({ slug, year, indicator }: Props) {
  const t = useTranslations('indicatorManage');
  const localize = useLocalizedText();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [open, setOpen] = useState<'edit' | 'delete' | null>(null);
  const name = localize(indicator.name);
  const close = () => setOpen(null);
  const done = async (text: string) => {
    close();
    // Refresh before the toast: until the new data is here, the forms count as unsaved and would ask on leaving.
    await refreshFigures(client, slug);
    showToast(text);
  };
  return (
    <>
      <Toolbar>
        <Button onClick={() => setOpen('edit')}>{t('editFields')}</Button>
        <a href={indicatorPath(slug, year, indicator.slug)} className={buttonClass({})}>
          {t('show')}
        </a>
        <Button onClick={() => setOpen('delete')}>{t('delete')}</Button>
      </Toolbar>
      <Section title={t('values')}>
        <ValueGrid slug={slug} indicator={indicator} />
      </Section>
      {(indicator.kind === 'number' || indicator.kind === 'milestone') && (
        <Section title={t('targets')}>
          <TargetsForm
            key={`targets${indicator.version}`}
            slug={slug}
            indicator={indicator}
            onDone={() => done(t('targetsSaved'))}
          />
        </Section>
      )}
      <Section title={t('breaks')}>
        <BreaksForm
          key={`breaks${indicator.version}`}
          slug={slug}
          indicator={indicator}
          onDone={() => done(t('breaksSaved'))}
        />
      </Section>
      <Section title={t('links')}>
        <LinksForm
          key={`links${indicator.version}`}
          slug={slug}
          year={year}
          indicator={indicator}
          onDone={() => done(t('linksSaved'))}
        />
      </Section>
      {open === 'edit' && (
        <IndicatorDialog
          slug={slug}
          indicator={indicator}
          onClose={close}
          onDone={() => void done(t('edited', { name }))}
        />
      )}
      {open === 'delete' && (
        <ConfirmDialog
          title={t('deleteTitle', { name })}
          confirm={t('deleteConfirm')}
          onConfirm={async () => {
            await remove(slug, indicator);
            showToast(t('deleted', { name }));
            void navigate({ href: listPath(slug, year) });
            await refreshFigures(client, slug);
          }}
          onClose={close}
        >
          <p>{t('deleteText')}</p>
        </ConfirmDialog>
      )}
    </>
  );
}
