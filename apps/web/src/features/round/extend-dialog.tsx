import type { ManagedRound } from '@vointi/shared/round/manage-contract.ts';
import { useTranslations } from 'use-intl';
import { useText } from '../../lib/text.tsx';
import { Button } from '../../ui/button.tsx';
import { dayText, parseDay } from '../../ui/form/day.ts';
import { FormDialog } from '../../ui/form/form-dialog.tsx';
import { Form } from '../../ui/form/form.tsx';
import { useFields } from '../../ui/form/use-fields.ts';
import { useRules } from '../../ui/form/use-rules.ts';
import { DayField } from './day-field.tsx';
import { update } from './writes.ts';

type Props = { slug: string; round: ManagedRound; onDone: (round: ManagedRound) => void; onClose: () => void };

/** More time for everybody. */
export function ExtendDialog({ slug, round, onDone, onClose }: Props) {
  const t = useTranslations('round');
  const words = useTranslations('form');
  const say = useText();
  const rules = useRules();
  const form = useFields<{ closesOn: string }>({ closesOn: dayText(round.closesOn) });
  return (
    <FormDialog title={t('extend.title', { name: say(round.name) })} form={form} onClose={onClose}>
      {(close) => (
        <Form
          form={form}
          submit={t('extend.confirm')}
          actions={<Button onClick={close}>{words('cancel')}</Button>}
          onSend={async ({ closesOn }) =>
            onDone(await update(slug, round.id, { version: round.version, closesOn: parseDay(closesOn) ?? '' }))
          }
        >
          <p>{t('extend.text')}</p>
          <DayField label={t('field.closesOn')} {...form.register('closesOn', rules.day())} />
        </Form>
      )}
    </FormDialog>
  );
}
