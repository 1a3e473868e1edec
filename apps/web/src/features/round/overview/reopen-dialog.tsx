import type { Reopening, RoundOverview } from '@vointi/shared/round/manage-contract.ts';
import { useTranslations } from 'use-intl';
import { useText } from '../../../lib/text.tsx';
import { Button } from '../../../ui/button.tsx';
import { ConfirmDialog } from '../../../ui/form/confirm-dialog.tsx';
import { dayText, parseDay } from '../../../ui/form/day.ts';
import { FormDialog } from '../../../ui/form/form-dialog.tsx';
import { Form } from '../../../ui/form/form.tsx';
import { Select } from '../../../ui/form/select.tsx';
import { TextArea } from '../../../ui/form/text-area.tsx';
import { useFields } from '../../../ui/form/use-fields.ts';
import { useRules } from '../../../ui/form/use-rules.ts';
import { DayField } from '../day-field.tsx';
import { closeReopening, reopen } from '../writes.ts';

type Props = {
  slug: string;
  overview: RoundOverview;
  department: string | null;
  onDone: (reopening: Reopening) => void;
  onClose: () => void;
};

/** Lets one department answer in a closed round, with a reason that stays. */
export function ReopenDialog({ slug, overview: { round, departments }, department, onDone, onClose }: Props) {
  const t = useTranslations('round');
  const words = useTranslations('form');
  const say = useText();
  const rules = useRules();
  const form = useFields<{ department: string; reason: string; untilOn: string }>({
    department: department ?? '',
    reason: '',
    untilOn: '',
  });
  const closed = departments.filter(({ reopening }) => reopening === null);
  return (
    <FormDialog title={t('reopen.title')} form={form} onClose={onClose}>
      {(close) => (
        <Form
          form={form}
          submit={t('reopen.confirm')}
          actions={<Button onClick={close}>{words('cancel')}</Button>}
          onSend={async ({ untilOn, ...values }) =>
            onDone(
              await reopen(slug, round.id, {
                department: values.department,
                reason: values.reason.trim().replaceAll(/\s+/g, ' '),
                untilOn: parseDay(untilOn) ?? '',
              }),
            )
          }
        >
          <p>{t('reopen.text')}</p>
          <Select
            label={t('departments.department')}
            options={[
              { value: '', label: t('reopen.choose') },
              ...closed.map((one) => ({ value: one.department.slug, label: say(one.department.name) })),
            ]}
            {...form.register('department', rules.text(60))}
          />
          <TextArea
            label={t('reopen.reason')}
            hint={t('reopen.reasonHint')}
            rows={2}
            {...form.register('reason', rules.text(500))}
          />
          <DayField label={t('reopen.untilOn')} {...form.register('untilOn', rules.day())} />
        </Form>
      )}
    </FormDialog>
  );
}

type EndProps = { slug: string; roundId: string; reopening: Reopening; onDone: () => void; onClose: () => void };

/** Asks before a department is shut out again, and the round is frozen anew. */
export function EndDialog({ slug, roundId, reopening, onDone, onClose }: EndProps) {
  const t = useTranslations('round.end');
  const say = useText();
  return (
    <ConfirmDialog
      title={t('title', { name: say(reopening.department.name) })}
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
