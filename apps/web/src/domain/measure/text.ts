import type { AgeGroup, Status } from '@vointi/shared/measure/progress.ts';
import type { Text } from '@vointi/shared/text/text.ts';
import { useCallback } from 'react';
import { useTranslations } from 'use-intl';
import { useFormat } from '../../lib/format.ts';
import { useLocalizedText } from '../../lib/text.tsx';
import { answerOf } from './status.ts';
import type { BoardAssignment, BoardMeasure, DepartmentRef, PlanHead } from '@vointi/shared/plan/contract.ts';

/** "Valmis", "Etenee" … */
export function useStatusWord(): (status: Status) => string {
  const t = useTranslations('measure');
  return useCallback((status) => t(`status.${status}`), [t]);
}

/** "Lapset ja nuoret" … "Ei määritelty" */
export function useAgeGroupWord(): (ageGroup: AgeGroup | 'unspecified' | null) => string {
  const t = useTranslations('measure');
  return useCallback((ageGroup) => t(`ageGroup.${ageGroup ?? 'unspecified'}`), [t]);
}

/** The short name of a department, else its name. */
export const shortNameOf = ({ name, shortName }: DepartmentRef): Text => shortName ?? name;

type Named = (slug: string) => DepartmentRef | undefined;

/** One department's answer in words: "Perusopetus: etenee, kierrokselta Kevät 2026, raportoitu 12.11.2026, edellinen aloittamatta". */
export function useAnswerText(
  departmentOf: Named,
  rounds: PlanHead['rounds'],
): (assignment: BoardAssignment) => string {
  const t = useTranslations('measure');
  const localize = useLocalizedText();
  const format = useFormat();
  return useCallback(
    ({ department, progress, reportedAt, previous, isCarried, round }) => {
      const departmentRef = departmentOf(department);
      const from = isCarried && rounds.find(({ slug }) => slug === round);
      const parts = [
        `${departmentRef ? localize(shortNameOf(departmentRef)) : department}: ${t(`lower.${answerOf(progress)}`)}`,
        from && t('fromRound', { round: localize(from.name) }),
        reportedAt && t('reported', { date: format.date(reportedAt) }),
        previous && previous !== progress && t('previous', { status: t(`lower.${previous}`) }),
      ];
      return parts.filter(Boolean).join(', ');
    },
    [t, localize, format, departmentOf, rounds],
  );
}

/** The whole measure in one sentence: its title, then each department's answer. */
export function useMeasureText(departmentOf: Named, rounds: PlanHead['rounds']): (measure: BoardMeasure) => string {
  const localize = useLocalizedText();
  const answer = useAnswerText(departmentOf, rounds);
  return useCallback(
    ({ title, assignments }) => `${localize(title)}. ${assignments.map(answer).join('; ')}`,
    [localize, answer],
  );
}
