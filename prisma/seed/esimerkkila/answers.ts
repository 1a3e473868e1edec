import type { Progress } from '@vointi/shared/measure/progress.ts';
import type { PlanFileInput } from '@vointi/shared/plan/interchange.ts';
import type { Text } from '@vointi/shared/text/text.ts';

export type Measure = PlanFileInput['measures'][number];
type Assignment = Measure['assignments'][number];
type Report = NonNullable<Assignment['reports']>[number];
type Extra = Partial<Pick<Report, 'note' | 'evidence' | 'onBehalfOf'>>;

export const t = (fi: string, sv?: string, en?: string): Text => ({ fi, ...(sv && { sv }), ...(en && { en }) });

/** The first Monday of each round that has begun, and the number of workdays on which answers came. */
const begun = [
  { slug: 'syksy-2025', monday: Date.UTC(2025, 10, 3, 7), days: 25 },
  { slug: 'kevat-2026', monday: Date.UTC(2026, 4, 4, 6), days: 25 },
  { slug: 'syksy-2026', monday: Date.UTC(2026, 10, 9, 7), days: 10 },
] as const;

const lights: Record<string, Progress> = { n: 'not_started', i: 'in_progress', d: 'done' };
const minute = 60_000;

const workingDay = (monday: number, day: number): number =>
  monday + (Math.floor(day / 5) * 7 + (day % 5)) * 24 * 60 * minute;

/** Spreads the answers over the round, repeatably. */
const spread = (text: string): number => [...text].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 9973, 7);

export type Answer = (code: string) => Assignment;

/**
 * The answers of a department, one letter a round: n not started, i in progress, d done, = no change, - no answer.
 * A capital letter is a late answer. Extras by the index of the round.
 */
export const by =
  (department: string, answers: string, extras: Record<number, Extra> = {}): Answer =>
  (code) => {
    let progress: Progress | undefined;
    const reports = begun.flatMap(({ slug, monday, days }, at): Report[] => {
      const letter = answers[at] ?? '-';
      const isLate = letter !== letter.toLowerCase();
      const confirmed = letter === '=';
      progress = lights[letter.toLowerCase()] ?? progress;
      if (letter === '-' || !progress) return [];
      const chance = spread(`${code} ${department} ${slug}`);
      const day = isLate ? days + (chance % 6) : chance % days;
      const submittedAt = new Date(workingDay(monday, day) + (chance % 480) * minute).toISOString();
      return [
        { round: slug, progress, origin: 'department', submittedAt, ...(confirmed && { confirmed }), ...extras[at] },
      ];
    });
    return { department, ...(reports.length > 0 && { reports }) };
  };

export const measure = (
  code: string,
  title: Text,
  answers: Answer[],
  more: Partial<Measure> = {},
): Omit<Measure, 'goal'> => ({
  code,
  title,
  ...more,
  assignments: answers.map((answer) => answer(code)),
});
