import { reservedSlugs } from '../municipality/reserved.ts';
import { checkIndicator } from './check-indicator.ts';
import { pathText, type Path, type Problems } from './check-problems.ts';
import type { Lists } from './check-references.ts';
import type { Partly } from './check-schema.ts';
import { checkDay, checkRange, once } from './check-values.ts';
import type { PlanFile } from './interchange.ts';

type Assignment = Partly<PlanFile['measures'][number]['assignments'][number]>;

function checkAssignments(
  assignments: readonly (Assignment | undefined)[] | undefined,
  { planned, hasRounds }: { planned: ReadonlySet<string>; hasRounds: boolean },
  path: Path,
  problems: Problems,
): void {
  once(
    assignments,
    (assignment) => assignment?.department,
    (first, index, department) =>
      problems.add([...path, index, 'department'], {
        code: 'department_twice',
        department,
        first: pathText([...path, first]),
      }),
  );
  assignments?.forEach((assignment, index) => {
    const reports = [...path, index, 'reports'];
    once(
      assignment?.reports,
      (report) => report?.round,
      (first, reportIndex, round) =>
        problems.add([...reports, reportIndex, 'round'], {
          code: 'round_twice',
          round,
          first: pathText([...reports, first]),
        }),
    );
    assignment?.reports?.forEach((report, reportIndex) => {
      checkDay(report?.submittedAt, [...reports, reportIndex, 'submittedAt'], problems);
      if (report && report.round === undefined && hasRounds) {
        problems.add([...reports, reportIndex, 'round'], { code: 'round_absent' });
      }
      if (report?.round !== undefined && planned.has(report.round)) {
        problems.add([...reports, reportIndex, 'round'], { code: 'report_in_planned_round', round: report.round });
      }
    });
  });
}

function checkRounds(rounds: Lists['rounds'], problems: Problems): void {
  const open = rounds?.find((round) => round?.state === 'open');
  rounds?.forEach((round, index) => {
    const path = ['rounds', index];
    if (!round) return;
    if (round.state === 'open' && open?.slug !== undefined && round !== open) {
      problems.add([...path, 'state'], { code: 'round_open_already', round: open.slug });
    }
    const { state, opensAt, closesAt } = round;
    checkDay(opensAt, [...path, 'opensAt'], problems);
    checkDay(closesAt, [...path, 'closesAt'], problems);
    checkDay(round.decision?.date, [...path, 'decision', 'date'], problems);
    if (opensAt !== undefined && closesAt !== undefined) {
      if (Date.parse(closesAt) <= Date.parse(opensAt)) {
        problems.add([...path, 'closesAt'], { code: 'closes_before_opens' });
      }
    } else if (state !== undefined && state !== 'closed' && !problems.within(path)) {
      problems.add(path, { code: 'round_without_dates', state });
    }
  });
}

/** Follows each department to its last successor; reports each cycle once, at its first department. */
function checkSuccessors(departments: Lists['departments'], problems: Problems): void {
  const successorOf = new Map(departments?.flatMap((item) => (item?.slug ? [[item.slug, item.successor]] : [])));
  const reported = new Set<string>();
  departments?.forEach((item, index) => {
    const chain: string[] = [];
    let current = item?.slug;
    while (current !== undefined && !chain.includes(current)) {
      chain.push(current);
      current = successorOf.get(current);
    }
    if (current === undefined || current !== item?.slug || reported.has(current)) return;
    chain.forEach((slug) => reported.add(slug));
    problems.add(['departments', index, 'successor'], { code: 'successor_cycle', chain: [...chain, current] });
  });
}

/** Checks rules between several values, which the schema cannot express. */
export function checkRules(head: Partly<Omit<PlanFile, keyof Lists>>, lists: Lists, problems: Problems): void {
  const { councilTerm: term, municipality, plan } = head;
  const slug = municipality?.slug;
  if (slug !== undefined && reservedSlugs.includes(slug)) {
    problems.add(['municipality', 'slug'], { code: 'slug_reserved', slug });
  }
  if (term?.startYear !== undefined && term.endYear !== undefined) {
    const { startYear, endYear } = term;
    if (endYear < startYear) problems.add(['councilTerm', 'endYear'], { code: 'ends_before_start' });
    else if (plan?.year !== undefined && (plan.year < startYear || plan.year > endYear)) {
      problems.add(['plan', 'year'], { code: 'year_outside_term', year: plan.year, startYear, endYear });
    }
  }
  lists.departments?.forEach((item, index) => {
    checkDay(item?.validFrom, ['departments', index, 'validFrom'], problems);
    checkDay(item?.validTo, ['departments', index, 'validTo'], problems);
    if (item?.validFrom && item.validTo && item.validTo < item.validFrom) {
      problems.add(['departments', index, 'validTo'], { code: 'ends_before_start' });
    }
  });
  checkSuccessors(lists.departments, problems);
  lists.indicators?.forEach((item, index) => item && checkIndicator(item, ['indicators', index], problems));
  checkRounds(lists.rounds, problems);
  const planned = new Set(
    lists.rounds?.flatMap((round) => (round?.state === 'planned' && round.slug ? [round.slug] : [])),
  );
  const hasRounds = (lists.rounds?.length ?? 0) > 0;
  lists.measures?.forEach((item, index) =>
    checkAssignments(item?.assignments, { planned, hasRounds }, ['measures', index, 'assignments'], problems),
  );
  lists.findings?.forEach((item, index) => checkRange(item?.period, ['findings', index, 'period'], problems));
}
