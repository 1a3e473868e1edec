import type { FileProblem } from '@vointi/shared/plan/check-problems.ts';
import { reasonText } from '@vointi/shared/plan/check-reasons.ts';
import type { PlanFile } from '@vointi/shared/plan/interchange.ts';
import type { Language } from '@vointi/shared/text/text.ts';

const words = {
  fi: {
    more: (count: number) => `… ja ${count} muuta`,
    nothing: 'Mitään ei tallennettu.',
    revision: 'versio',
    loaded: 'Ladattu',
    replaced: 'Korvattu',
    counts: ['tavoitteet', 'toimenpiteet', 'vastuut', 'vastuutahot', 'kierrokset', 'raportit', 'mittarit', 'havainnot'],
  },
  sv: {
    more: (count: number) => `… och ${count} till`,
    nothing: 'Ingenting sparades.',
    revision: 'version',
    loaded: 'Laddad',
    replaced: 'Ersatt',
    counts: ['mål', 'åtgärder', 'ansvar', 'ansvariga', 'omgångar', 'rapporter', 'indikatorer', 'iakttagelser'],
  },
  en: {
    more: (count: number) => `… and ${count} more`,
    nothing: 'Nothing was written.',
    revision: 'revision',
    loaded: 'Loaded',
    replaced: 'Replaced',
    counts: ['goals', 'measures', 'assignments', 'departments', 'rounds', 'reports', 'indicators', 'findings'],
  },
} satisfies Record<Language, unknown>;

/** A line a problem, then what became of the file. */
export function problemLines(
  problems: readonly FileProblem[],
  more: number,
  file: string,
  language: Language,
): string[] {
  return [
    ...problems.map(({ path, reason }) => `${path || file} — ${reasonText(reason, language)}`),
    ...(more > 0 ? [words[language].more(more)] : []),
    words[language].nothing,
  ];
}

export function loadedLine(plan: PlanFile, isReplaced: boolean, revision: number, language: Language): string {
  const { loaded, replaced, counts, revision: word } = words[language];
  const assignments = plan.measures.flatMap((measure) => measure.assignments);
  const numbers = [
    plan.goals.length,
    plan.measures.length,
    assignments.length,
    plan.departments.length,
    plan.rounds.length,
    assignments.reduce((sum, { reports }) => sum + reports.length, 0),
    plan.indicators.length,
    plan.findings.length,
  ];
  const list = numbers.map((count, index) => `${counts[index]} ${count}`).join(', ');
  const { municipality, plan: head } = plan;
  return `${isReplaced ? replaced : loaded}: ${municipality.slug} ${head.year}, ${word} ${revision}; ${list}`;
}
