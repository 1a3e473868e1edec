import { type AgedLight, type Ages, originOfAll } from '@vointi/shared/measure/ages.ts';
import { agesStatementOf } from '@vointi/shared/measure/ages-statement.ts';
import type { PlanHead } from '@vointi/shared/plan/contract.ts';
import { roundLabelsOf } from '@vointi/shared/round/assessed-year.ts';
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { useFormat } from '../../lib/format.ts';
import { useLocalizedText } from '../../lib/text.tsx';

type Light = AgedLight & { round: string | null };
type Facts = Pick<PlanHead, 'round' | 'rounds'> & { ages: Ages | null; lights: readonly Light[] };

export const lightsOf = <L,>(measures: readonly { assignments: readonly L[] }[]): L[] =>
  measures.flatMap(({ assignments }) => assignments);

/** How many have answered in which round, and how old the other lights are: the first part alone, and the rest. */
export function useAgesText(): (facts: Facts) => [string, string] {
  const t = useTranslations('measure.ages');
  const localize = useLocalizedText();
  const format = useFormat();
  return (facts) => {
    const statement = agesStatementOf(facts, Date.now());
    if (!statement) return [t('none'), ''];
    const { kind, name, closesAt, ages, carriedFrom, added } = statement;
    const { fromDocument, onBehalf, ...numbers } = ages;
    const values = {
      ...numbers,
      name: localize(name),
      day: closesAt === null ? '' : format.dayMonth(Date.parse(closesAt) - 1),
      parts:
        (kind !== 'document' && fromDocument ? `, ${t('fromDocument', { count: fromDocument })}` : '') +
        (onBehalf ? `, ${t('onBehalf', { count: onBehalf })}` : ''),
    };
    const isOpen = kind === 'open' || kind === 'overdue';
    const rest = [
      isOpen && ages.carried > 0 && t('others'),
      !isOpen &&
        ages.carried > 0 &&
        t('carried', { ...numbers, rounds: carriedFrom.rounds, year: `${carriedFrom.oldest}` }),
      kind === 'closed' && ages.never > 0 && t('never', numbers),
      added > 0 && t('added', { added }),
    ];
    return [t(kind, values), rest.filter(Boolean).join(' ')];
  };
}

/** The age of lights in words, before any number of them. */
export function AgesText({ className, ...facts }: Facts & { className?: string | undefined }) {
  const [first, rest] = useAgesText()(facts);
  return (
    <p className={className}>
      <b>{first}</b> {rest}
    </p>
  );
}

/** "11/52 vastattu", where the round is named beside it. */
export function useAnsweredText(): (ages: Ages) => string {
  const t = useTranslations('measure.ages');
  return ({ asked, answered, fromDocument }) =>
    t(answered > 0 && answered === fromDocument ? 'document' : 'answered', { asked, answered });
}

export function Answered({ ages, className }: { ages: Ages | null; className?: string | undefined }) {
  const text = useAnsweredText();
  return ages && <p className={className}>{text(ages)}</p>;
}

/** Who gave the lights: that the departments assessed the status themselves is said only where it holds of each. */
export function OriginText({ lights }: { lights: readonly AgedLight[] }) {
  const t = useTranslations('measure.origin');
  const origin = originOfAll(lights);
  return origin && t(origin);
}

/** "Etenee 2023", or "Etenee, Kevät 2026" where two rounds assessed one year; without a name for a light of now. */
export function useLightWord({ rounds }: Pick<PlanHead, 'rounds'>) {
  const localize = useLocalizedText();
  return useMemo(() => {
    const labels = roundLabelsOf(rounds);
    return (word: string, { isCarried, round }: Pick<Light, 'isCarried' | 'round'>): string => {
      const label = isCarried && labels.get(round ?? '');
      if (!label) return word;
      const text = localize(label);
      return /^\d+$/.test(text) ? `${word}\u00a0${text}` : `${word}, ${text}`;
    };
  }, [rounds, localize]);
}
