import type { ManagedRound } from '@vointi/shared/round/manage-contract.ts';
import { useRef } from 'react';
import { get } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { useText } from '../../lib/text.tsx';
import { Button } from '../../ui/button.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { Columns2 } from '../../ui/form/columns.tsx';
import { differencesOf } from '../../ui/form/differences.ts';
import { FormDialog } from '../../ui/form/form-dialog.tsx';
import { Form } from '../../ui/form/form.tsx';
import { Select } from '../../ui/form/select.tsx';
import { TextField } from '../../ui/form/text-field.tsx';
import { useFields } from '../../ui/form/use-fields.ts';
import { useRules } from '../../ui/form/use-rules.ts';
import { DayField } from './day-field.tsx';
import { OpeningNotice, useOpening } from './opening-notice.tsx';
import { changesOf } from '../../ui/form/changes-of.ts';
import { bodyOf, formOf, type RoundFields } from './fields.ts';
import type { Suggestion } from './suggestion.ts';
import { create, update } from './writes.ts';

type Props = {
  slug: string;
  /** A round that there is, or what a new one would most likely be, in one of the years. */
  given: { round: ManagedRound } | { suggestion: Suggestion; years: readonly number[] };
  onDone: (round: ManagedRound) => void;
  onClose: () => void;
};

const compared = [
  'name.fi',
  'name.sv',
  'name.en',
  'periodAssessed.fi',
  'periodAssessed.sv',
  'periodAssessed.en',
] as const;

export function RoundDialog({ slug, given, onDone, onClose }: Props) {
  const t = useTranslations('round');
  const words = useTranslations('form');
  const say = useText();
  const rules = useRules();
  const round = 'round' in given ? given.round : null;
  const start = useRef(round);
  const years = 'years' in given ? given.years : [];
  const form = useFields<RoundFields>(
    'round' in given ? formOf(given.round, given.round.year) : formOf(given.suggestion, given.years[0] ?? 0),
  );
  const { register } = form;
  const optional = { isOptional: true };
  const hasBegun = round !== null && round.state !== 'planned';
  const opening = useOpening(slug, form.control, hasBegun);

  const save = async (values: RoundFields) => {
    const body = bodyOf(values);
    const before = start.current;
    if (!before) return onDone(await create(slug, Number(values.year), body));
    const changed = changesOf(bodyOf(formOf(before, before.year)), body);
    return onDone(await update(slug, before.id, { version: before.version, ...changed }));
  };
  const differences = (current: unknown) => {
    const now = current as ManagedRound;
    const base = formOf(start.current ?? now, now.year);
    const saved = formOf(now, now.year);
    start.current = now;
    const { theirs, compare } = differencesOf(form, base, saved);
    for (const name of compared) compare(name, get(saved, name) as string);
    compare('opensOn', saved.opensOn);
    compare('closesOn', saved.closesOn);
    return theirs;
  };
  return (
    <FormDialog title={round ? t('editOf', { name: say(round.name) }) : t('add')} form={form} onClose={onClose}>
      {(close) => (
        <Form
          form={form}
          onSend={save}
          onConflict={differences}
          submit={opening.kind === 'now' ? t('openNow') : round ? words('save') : t('addConfirm')}
          actions={<Button onClick={close}>{words('cancel')}</Button>}
        >
          {years.length > 1 && (
            <Select
              label={t('plan')}
              options={years.map((year) => ({ value: String(year), label: t('planOf', { year: String(year) }) }))}
              {...register('year')}
            />
          )}
          <TextField label={t('field.name')} lang="fi" autoComplete="off" {...register('name.fi', rules.text(120))} />
          <TextField
            label={t('field.period')}
            hint={t('field.periodHint')}
            lang="fi"
            autoComplete="off"
            {...register('periodAssessed.fi', rules.text(60))}
          />
          <Columns2>
            {!hasBegun && <DayField label={t('field.opensOn')} {...register('opensOn', rules.day())} />}
            <DayField label={t('field.closesOn')} {...register('closesOn', rules.day())} />
          </Columns2>
          <p>{t(hasBegun ? 'daysTextOpen' : 'daysText')}</p>
          <OpeningNotice {...opening} />
          <Disclosure summary={t('field.languages')}>
            <Columns2>
              <TextField
                label={t('field.nameSv')}
                lang="sv"
                isOptional
                {...register('name.sv', rules.text(120, optional))}
              />
              <TextField
                label={t('field.nameEn')}
                lang="en"
                isOptional
                {...register('name.en', rules.text(120, optional))}
              />
              <TextField
                label={t('field.periodSv')}
                lang="sv"
                isOptional
                {...register('periodAssessed.sv', rules.text(60, optional))}
              />
              <TextField
                label={t('field.periodEn')}
                lang="en"
                isOptional
                {...register('periodAssessed.en', rules.text(60, optional))}
              />
            </Columns2>
          </Disclosure>
        </Form>
      )}
    </FormDialog>
  );
}
