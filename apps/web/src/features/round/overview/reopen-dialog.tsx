import type { Reopening, RoundOverview } from '@vointi/shared/round/manage-contract.ts';
import { useTranslations } from 'use-intl';
import { useLocalizedText } from '../../../lib/text.tsx';
import { ConfirmDialog } from '../../../ui/form/confirm-dialog.tsx';
import { dayText } from '../../../ui/form/day.ts';
import { FormDialog } from '../../../ui/form/form-dialog.tsx';
import { Select } from '../../../ui/form/select.tsx';
import { TextArea } from '../../../ui/form/text-area.tsx';
import { useDefinedForm } from '../../../ui/form/use-defined-form.ts';
import { DayField } from '../../../ui/form/day-field.tsx';
import { reopeningForm } from '../fields.ts';
import { closeReopening, reopen } from '../writes.ts';

type Props = {
  slug: string;
  overview: RoundOverview;
  department: string | null;
  onDone: (reopening: Reopening) => void;
  onClose: () => void;
};

/** Reopens a closed round for one department; the reason is stored. */
export function ReopenDialog({ slug, overview: { round, departments }, department, onDone, onClose }: Props) {
  const t = useTranslations('round');
  const localize = useLocalizedText();
  const { sending, input } = useDefinedForm(reopeningForm, {
    row: null,
    start: { department: department ?? '' },
    create: (body) => reopen(slug, round.id, body),
    onDone,
  });
  const closed = departments.filter(({ reopening }) => reopening === null);
  return (
    <FormDialog title={t('reopen.title')} {...sending} submit={t('reopen.confirm')} onClose={onClose}>
      <p>{t('reopen.text')}</p>
      <Select
        label={t('departments.department')}
        options={[
          { value: '', label: t('reopen.choose') },
          ...closed.map((one) => ({ value: one.department.slug, label: localize(one.department.name) })),
        ]}
        {...input('department')}
      />
      <TextArea label={t('reopen.reason')} hint={t('reopen.reasonHint')} rows={2} {...input('reason')} />
      <DayField label={t('reopen.untilOn')} {...input('untilOn')} />
    </FormDialog>
  );
}

type EndProps = { slug: string; roundId: string; reopening: Reopening; onDone: () => void; onClose: () => void };

/** Asks before a reopening ends and a new snapshot is taken. */
export function EndDialog({ slug, roundId, reopening, onDone, onClose }: EndProps) {
  const t = useTranslations('round.end');
  const localize = useLocalizedText();
  return (
    <ConfirmDialog
      title={t('title', { name: localize(reopening.department.name) })}
      confirm={t('confirm')}
      onConfirm={async () => {
        await closeReopening(slug, roundId, reopening.id);
        onDone();
      }}
      onClose={onClose}
    >
      <p>{t('text', { day: dayText(reopening.untilOn) })}</p>
    </ConfirmDialog>
  );
}
