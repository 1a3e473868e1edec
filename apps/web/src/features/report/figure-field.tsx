import { type Trend, trends } from '@vointi/shared/indicator/kind.ts';
import type { ReportingFigure } from '@vointi/shared/report/contract.ts';
import { useTranslations } from 'use-intl';
import { announce } from '../../lib/announce.tsx';
import { useLanguage } from '../../lib/intl.tsx';
import { useLocalizedText } from '../../lib/text.tsx';
import { Button } from '../../ui/button.tsx';
import { Group } from '../../ui/form/group.tsx';
import { TextField } from '../../ui/form/text-field.tsx';
import { type Field, figureField, figureToken, proposalsIn } from './check.ts';
import { focusField, useFigureText } from './fields.ts';
import styles from './row-fields.module.css';
import { useActions, useEntry } from './use-reporting-form.ts';
import { maxDraftFigure } from '@vointi/shared/report/limits.ts';

type Props = { id: string; figure: ReportingFigure };

/** The field of an annual indicator's value for the plan's year, by its kind. */
export function FigureField({ id, figure }: Props) {
  const t = useTranslations('reporting');
  const localize = useLocalizedText();
  const actions = useActions();
  const figureText = useFigureText();
  const values = useEntry(id)?.values?.figures[figure.indicator];
  const { indicator, kind, unit } = figure;
  const name = figureField(indicator);
  const label = unit ? t('figure', { name: localize(figure.name), unit: localize(unit) }) : localize(figure.name);
  const onChange = (text: string) => actions.figure(id, indicator, text);
  const choice = { id, name, label, onChange, current: values ?? '', saved: figureToken(figure) };
  if (kind === 'yes_no') return <Pills {...choice} values={['yes', 'no']} />;
  if (kind === 'trend') return <Pills {...choice} values={trends} />;
  return (
    <TextField
      name={name}
      label={label}
      isShort={kind !== 'text'}
      inputMode={kind === 'number' ? 'decimal' : 'text'}
      hint={kind === 'milestone' ? t('milestoneHint') : undefined}
      maxLength={maxDraftFigure}
      autoComplete="off"
      className={kind === 'text' ? styles['long'] : undefined}
      value={values ?? figureText(figure)}
      onChange={({ target }) => onChange(target.value)}
    />
  );
}

type PillsProps<V extends string> = {
  id: string;
  name: Field;
  label: string;
  values: readonly V[];
  /** The choice in the form and the saved one; empty: none. */
  current: string;
  saved: string;
  onChange: (value: V | '') => void;
};

function Pills<V extends 'yes' | 'no' | Trend>({ id, name, label, values, current, saved, onChange }: PillsProps<V>) {
  const t = useTranslations('indicator');
  const word = useTranslations('reporting');
  const chosen = current || saved;
  const choiceText = (value: 'yes' | 'no' | Trend) =>
    value === 'yes' || value === 'no' ? t(value) : t(`trend.${value}`);
  return (
    <Group label={label} name={name}>
      <div className={styles['pills']}>
        {values.map((value) => (
          <label key={value}>
            <input type="radio" name={`${name}-${id}`} checked={chosen === value} onChange={() => onChange(value)} />
            {choiceText(value)}
          </label>
        ))}
        {chosen !== saved && (
          <Button
            variant="quiet"
            onClick={() => {
              onChange('');
              focusField({ id, field: name });
            }}
          >
            {word('undoChoice')}
          </Button>
        )}
      </div>
    </Group>
  );
}

/** Offers the figures found in the note; only the person's press takes them, and the note stays as it is. */
export function FigureProposal({ id }: { id: string }) {
  const t = useTranslations('reporting');
  const localize = useLocalizedText();
  const language = useLanguage();
  const actions = useActions();
  const entry = useEntry(id);
  if (!entry?.values || entry.row.figures.length === 0) return null;
  const proposals = proposalsIn(entry.values, entry.row.figures, language);
  if (proposals.length === 0) return null;
  const take = () => {
    actions.figures(id, Object.fromEntries(proposals.map(({ figure, text }) => [figure.indicator, text])));
    announce(t('proposalTaken', { count: proposals.length }));
    // The button disappears, so the focus moves to the first figure.
    const first = proposals[0]?.figure.indicator;
    if (first) document.getElementById(`figures-${first}-${id}`)?.focus();
  };
  return (
    <div className={styles['proposal']} role="group" aria-label={t('proposal')}>
      <p>
        {t('proposal')}{' '}
        {proposals.map(({ figure, text }, index) => (
          <span key={figure.indicator}>
            {index > 0 && ', '}
            {localize(figure.name)} <b>{text}</b>
          </span>
        ))}
      </p>
      <Button variant="quiet" onClick={take}>
        {t('proposalTake')}
      </Button>
    </div>
  );
}
