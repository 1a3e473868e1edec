import type { Indicator } from '@vointi/shared/indicator/contract.ts';
import { formatFigure } from '@vointi/shared/indicator/figures.ts';
import type { TrendVerdict } from '@vointi/shared/indicator/trend-contract.ts';
import { percentSpaceOf } from '@vointi/shared/text/number-forms.ts';
import { forEachLanguage, type Language, type Text, textIn } from '@vointi/shared/text/text.ts';
import type fi from '../../locales/fi/finding.json';
import { messagesOf } from '../../platform/messages.ts';
import type { Tone } from '@vointi/shared/finding/tone.ts';

type Judged = Pick<Indicator, 'name' | 'unit' | 'decimals'> & { trend: TrendVerdict };
export type Proposed = { tone: Tone; period: string | null; score: number; text: Text };

/** A step of this share of the whole range stands out even when it sets no record. */
const bigShare = 0.5;

/**
 * Whether what an indicator says is worth proposing as a finding: it got better or worse, and is now the best or worst
 * of its range or has moved by half of it. Scored, the clearest first; null: not worth it.
 */
export function proposeFinding(judged: Judged): Proposed | null {
  const { trend } = judged;
  if (trend.basis === 'none' || trend.tone === 'neutral') return null;
  const tone: Tone = trend.tone === 'better' ? 'positive' : 'negative';
  if (trend.basis === 'stated') return { tone, period: trend.period, score: 0.5, text: textOf(judged) };
  const range = trend.highest.value - trend.lowest.value;
  const share = range === 0 ? 0 : Math.abs(trend.change) / range;
  const isRecord = trend.extreme === (trend.move === 'up' ? 'highest' : 'lowest');
  if (!isRecord && share < bigShare) return null;
  return { tone, period: trend.latest.period, score: share + (isRecord ? 1 : 0), text: textOf(judged) };
}

/** A period as it is written in a sentence: 12/2022, 2023–2024, 1/2022–7/2022. */
export function periodWords(period: string): string {
  const month = (text: string) => `${Number(text.slice(5))}/${text.slice(0, 4)}`;
  if (/^\d{4}-\d{4}$/.test(period)) return period.replace('-', '–');
  const parts = period.split('/');
  return parts.every((part) => part.length === 7) ? parts.map(month).join('–') : period;
}

const messages = messagesOf<typeof fi>('finding');

function sentence({ name, unit, decimals, trend }: Judged, language: Language): string {
  const own = textIn(name, language).text;
  const t = messages[language];
  if (trend.basis === 'none') return `${own}.`;
  if (trend.basis === 'stated') return `${t(`stated.${trend.move}`, { name: own })}.`;
  const figure = (value: number) => {
    const digits = formatFigure({ kind: 'number', value: Number(value.toFixed(decimals)) }, language);
    const of = unit && textIn(unit, language).text;
    return of ? `${digits}${of.startsWith('%') ? percentSpaceOf(language) : '\u00a0'}${of}` : digits;
  };
  const change = t('change', {
    name: own,
    latest: figure(trend.latest.value),
    at: periodWords(trend.latest.period),
    previous: figure(trend.previous.value),
    before: periodWords(trend.previous.period),
  });
  const record = trend.extreme && t(`record.${trend.extreme}`, { count: trend.count, since: periodWords(trend.since) });
  return `${record ? `${change}; ${record}` : change}.`;
}

/** Words to begin with: the coordinator writes the finding. */
const textOf = (judged: Judged): Text => forEachLanguage((language) => sentence(judged, language).slice(0, 600));
