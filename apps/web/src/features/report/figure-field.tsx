import { type Trend, trends } from '@vointi/shared/indicator/kind.ts';
import type { ReportingFigure } from '@vointi/shared/report/contract.ts';
import { useTranslations } from 'use-intl';
import { useText } from '../../lib/text.tsx';
import { Group } from '../../ui/form/group.tsx';
import { TextField } from '../../ui/form/text-field.tsx';
import { figureField } from './check.ts';
import { figureToken } from './figure.ts';
import styles from './row-fields.module.css';
import { useActions, useEntry } from './use-desk.ts';
import { useFigureText } from './use-figure-text.ts';

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
  if (kind === 'yes_no') {
    return <Pills {...{ name, label, onType }} id={id} values={['yes', 'no']} chosen={typed ?? figureToken(figure)} />;
  }
  if (kind === 'trend') {
    return <Pills {...{ name, label, onType }} id={id} values={trends} chosen={typed ?? figureToken(figure)} />;
  }
  return (
    <TextField
      name={name}
      label={label}
      isShort={kind !== 'text'}
      inputMode={kind === 'number' ? 'decimal' : 'text'}
      hint={kind === 'milestone' ? t('milestoneHint') : undefined}
      maxLength={500}
      autoComplete="off"
      className={kind === 'text' ? styles['long'] : undefined}
      value={typed ?? figureText(figure)}
      onChange={({ target }) => onType(target.value)}
    />
  );
}

type PillsProps<V extends string> = {
  id: string;
  name: string;
  label: string;
  values: readonly V[];
  chosen: string;
  onType: (value: V) => void;
};

function Pills<V extends 'yes' | 'no' | Trend>({ id, name, label, values, chosen, onType }: PillsProps<V>) {
  const t = useTranslations('indicator');
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
      </div>
    </Group>
  );
}
