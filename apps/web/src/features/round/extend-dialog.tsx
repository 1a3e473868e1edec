import type { ManagedRound } from '@vointi/shared/round/manage-contract.ts';
import { useTranslations } from 'use-intl';
import { useLocalizedText } from '../../lib/text.tsx';
import { DayField } from '../../ui/form/day-field.tsx';
import { FormDialog } from '../../ui/form/form-dialog.tsx';
import { useDefinedForm } from '../../ui/form/use-defined-form.ts';
import { extensionForm } from './fields.ts';
import { update } from './writes.ts';

type Props = { slug: string; round: ManagedRound; onDone: (round: ManagedRound) => void; onClose: () => void };

/** Extends the round for every department. */
export function ExtendDialog({ slug, round, onDone, onClose }: Props) {
  const t = useTranslations('round');
  const localize = useLocalizedText();
  const { sending, input } = useDefinedForm(extensionForm, {
    row: round,
    update: ({ id }, body) => update(slug, id, body),
    onDone,
  });
  return (
    <FormDialog
      title={t('extend.title', { name: localize(round.name) })}
      {...sending}
      submit={t('extend.confirm')}
      onClose={onClose}
    >
      <p>{t('extend.text')}</p>
      <DayField label={t('field.closesOn')} {...input('closesOn')} />
    </FormDialog>
  );
}
