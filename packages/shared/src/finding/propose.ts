import type { Indicator } from '../indicator/contract.ts';
import { formatFigure } from '../indicator/figures.ts';
import type { TrendVerdict } from '../indicator/trend-contract.ts';
import { type Language, languages, type Text, textIn } from '../text/text.ts';
import type { Tone } from './tone.ts';

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

type Words = {
  change: (said: { name: string; latest: string; at: string; previous: string; before: string }) => string;
  record: Record<'lowest' | 'highest', (said: { count: number; since: string }) => string>;
  stated: Record<'up' | 'down' | 'flat', (name: string) => string>;
};

const words: Record<Language, Words> = {
  fi: {
    change: ({ name, latest, at, previous, before }) => `${name}: ${latest} (${at}), edellinen ${previous} (${before})`,
    record: {
      lowest: ({ count, since }) => `pienin ${count} arvosta vuodesta ${since}`,
      highest: ({ count, since }) => `suurin ${count} arvosta vuodesta ${since}`,
    },
    stated: {
      up: (name) => `${name}: kasvussa`,
      down: (name) => `${name}: laskussa`,
      flat: (name) => `${name}: ennallaan`,
    },
  },
  sv: {
    change: ({ name, latest, at, previous, before }) =>
      `${name}: ${latest} (${at}), föregående ${previous} (${before})`,
    record: {
      lowest: ({ count, since }) => `det lägsta av ${count} värden sedan ${since}`,
      highest: ({ count, since }) => `det högsta av ${count} värden sedan ${since}`,
    },
    stated: {
      up: (name) => `${name}: ökar`,
      down: (name) => `${name}: minskar`,
      flat: (name) => `${name}: oförändrat`,
    },
  },
  en: {
    change: ({ name, latest, at, previous, before }) =>
      `${name}: ${latest} (${at}), before that ${previous} (${before})`,
    record: {
      lowest: ({ count, since }) => `the lowest of ${count} values since ${since}`,
      highest: ({ count, since }) => `the highest of ${count} values since ${since}`,
    },
    stated: {
      up: (name) => `${name}: rising`,
      down: (name) => `${name}: falling`,
      flat: (name) => `${name}: unchanged`,
    },
  },
};

function sentence({ name, unit, decimals, trend }: Judged, language: Language): string {
  const own = textIn(name, language).text;
  const say = words[language];
  if (trend.basis === 'none') return `${own}.`;
  if (trend.basis === 'stated') return `${say.stated[trend.move](own)}.`;
  const figure = (value: number) => {
    const digits = formatFigure({ kind: 'number', value: Number(value.toFixed(decimals)) }, language);
    const of = unit && textIn(unit, language).text;
    return of ? `${digits}${of.startsWith('%') && language === 'en' ? '' : '\u00a0'}${of}` : digits;
  };
  const change = say.change({
    name: own,
    latest: figure(trend.latest.value),
    at: periodWords(trend.latest.period),
    previous: figure(trend.previous.value),
    before: periodWords(trend.previous.period),
  });
  const record = trend.extreme && say.record[trend.extreme]({ count: trend.count, since: periodWords(trend.since) });
  return `${record ? `${change}; ${record}` : change}.`;
}

/** Words to begin with: the coordinator writes the finding. */
const textOf = (judged: Judged): Text => {
  const { fi, ...others } = Object.fromEntries(
    languages.map((language) => [language, sentence(judged, language).slice(0, 600)]),
  ) as Record<Language, string>;
  return { fi, ...others };
};
