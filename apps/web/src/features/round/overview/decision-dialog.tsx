import type { ManagedRound } from '@vointi/shared/round/manage-contract.ts';
import { useTranslations } from 'use-intl';
import { useText } from '../../../lib/text.tsx';
import { Button } from '../../../ui/button.tsx';
import { dayText, parseDay } from '../../../ui/form/day.ts';
import { FormDialog } from '../../../ui/form/form-dialog.tsx';
import { Form } from '../../../ui/form/form.tsx';
import { TextField } from '../../../ui/form/text-field.tsx';
import { useFields } from '../../../ui/form/use-fields.ts';
import { useRules } from '../../../ui/form/use-rules.ts';
import { DayField } from '../day-field.tsx';
import { update } from '../writes.ts';

type Props = { slug: string; round: ManagedRound; onDone: (round: ManagedRound) => void; onClose: () => void };
type Fields = { date: string; section: string };

/** The council's decision of a closed round; both fields emptied take it away. */
export function DecisionDialog({ slug, round, onDone, onClose }: Props) {
  const t = useTranslations('round');
  const words = useTranslations('form');
  const say = useText();
  const rules = useRules();
  const form = useFields<Fields>({
    date: dayText(round.decision?.date ?? null),
    section: round.decision?.section ?? '',
  });
  const mayClear = round.decision !== null;
  const save = async ({ date, section }: Fields) => {
    const decision = date.trim() === '' && section.trim() === '' ? null : { date: parseDay(date) ?? '', section };
    onDone(await update(slug, round.id, { version: round.version, decision }));
  };
  const checked = (field: keyof Fields, rule: ReturnType<typeof rules.text>) => ({
    validate: (value: string, { date, section }: Fields) => {
      const isEmptied = mayClear && date.trim() === '' && section.trim() === '';
      return isEmptied || rule.validate(field === 'section' ? value.trim() : value);
    },
  });
  return (
    <FormDialog title={t('decision.title', { name: say(round.name) })} form={form} onClose={onClose}>
      {(close) => (
        <Form form={form} onSend={save} actions={<Button onClick={close}>{words('cancel')}</Button>}>
          <p>{t(mayClear ? 'decision.textChange' : 'decision.text')}</p>
          <DayField label={t('decision.date')} {...form.register('date', checked('date', rules.day()))} />
          <TextField
            label={t('decision.section')}
            hint={t('decision.sectionHint')}
            isShort
            autoComplete="off"
            {...form.register('section', checked('section', rules.text(40)))}
          />
        </Form>
      )}
    </FormDialog>
  );
}
