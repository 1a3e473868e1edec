import { type Trend, trends } from '@vointi/shared/indicator/kind.ts';
import type { ReportingFigure } from '@vointi/shared/report/contract.ts';
import { useTranslations } from 'use-intl';
import { useText } from '../../lib/text.tsx';
import { Button } from '../../ui/button.tsx';
import { Group } from '../../ui/form/group.tsx';
import { TextField } from '../../ui/form/text-field.tsx';
import { type Field, figureField } from './check.ts';
import { figureToken } from './figure.ts';
import { focusField } from './focus-field.ts';
import styles from './row-fields.module.css';
import { useActions, useEntry } from './use-desk.ts';
import { useFigureText } from './use-figure-text.ts';
import { maxDraftFigure } from '@vointi/shared/report/limits.ts';

type Props = { id: string; figure: ReportingFigure };

/** An annual indicator's value for the plan's year, typed by its kind. */
export function FigureField({ id, figure }: Props) {
  const t = useTranslations('reporting');
  const say = useText();
  const actions = useActions();
  const figureText = useFigureText();
  const typed = useEntry(id)?.typed?.figures[figure.indicator];
  const { indicator, kind, unit } = figure;
  const name = figureField(indicator);
  const label = unit ? t('figure', { name: say(figure.name), unit: say(unit) }) : say(figure.name);
  const onType = (text: string) => actions.figure(id, indicator, text);
  const choice = { id, name, label, onType, typed: typed ?? '', saved: figureToken(figure) };
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
      value={typed ?? figureText(figure)}
      onChange={({ target }) => onType(target.value)}
    />
  );
}

type PillsProps<V extends string> = {
  id: string;
  name: Field;
  label: string;
  values: readonly V[];
  /** Chosen now, and before; nothing where nothing is. */
  typed: string;
  saved: string;
  onType: (value: V | '') => void;
};

function Pills<V extends 'yes' | 'no' | Trend>({ id, name, label, values, typed, saved, onType }: PillsProps<V>) {
  const t = useTranslations('indicator');
  const word = useTranslations('reporting');
  const chosen = typed || saved;
  const words = (value: 'yes' | 'no' | Trend) => (value === 'yes' || value === 'no' ? t(value) : t(`trend.${value}`));
  return (
    <Group label={label} name={name}>
      <div className={styles['pills']}>
        {values.map((value) => (
          <label key={value}>
            <input type="radio" name={`${name}-${id}`} checked={chosen === value} onChange={() => onType(value)} />
            {words(value)}
          </label>
        ))}
        {chosen !== saved && (
          <Button
            look="quiet"
            onClick={() => {
              onType('');
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
