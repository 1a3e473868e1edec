import type { FileProblem } from '@vointi/shared/plan/check-problems.ts';
import type { PlanFile } from '@vointi/shared/plan/interchange.ts';
import type { Language } from '@vointi/shared/text/text.ts';
import type fi from '../../locales/fi/plan-command.json';
import { messagesOf } from '../../platform/messages.ts';
import { reasonText } from './reason-text.ts';

const messages = messagesOf<typeof fi>('plan-command');

/** A line a problem, then what became of the file. */
export function problemLines(
  problems: readonly FileProblem[],
  more: number,
  file: string,
  language: Language,
): string[] {
  const t = messages[language];
  return [
    ...problems.map(({ path, reason }) => `${path || file} — ${reasonText(reason, language)}`),
    ...(more > 0 ? [t('more', { count: more })] : []),
    t('nothing'),
  ];
}

export function loadedLine(plan: PlanFile, isReplaced: boolean, revision: number, language: Language): string {
  const t = messages[language];
  const assignments = plan.measures.flatMap((measure) => measure.assignments);
  const counts: Record<keyof (typeof fi)['count'], number> = {
    goals: plan.goals.length,
    measures: plan.measures.length,
    assignments: assignments.length,
    departments: plan.departments.length,
    rounds: plan.rounds.length,
    reports: assignments.reduce((sum, { reports }) => sum + reports.length, 0),
    indicators: plan.indicators.length,
    findings: plan.findings.length,
  };
  const list = Object.entries(counts).map(([what, count]) => `${t(`count.${what as keyof typeof counts}`)} ${count}`);
  const { municipality, plan: head } = plan;
  const done = t(isReplaced ? 'replaced' : 'loaded');
  return `${done}: ${municipality.slug} ${head.year}, ${t('revision')} ${revision}; ${list.join(', ')}`;
}
