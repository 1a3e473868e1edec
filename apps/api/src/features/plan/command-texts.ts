import type { FileProblem } from '@vointi/shared/plan/check-problems.ts';
import type { PlanFile } from '@vointi/shared/plan/interchange.ts';
import type { Language } from '@vointi/shared/text/text.ts';
import type fi from '../../locales/fi/plan-command.json';
import { messagesOf } from '../../platform/messages.ts';
import type { ImportedPlan } from './import.ts';
import { type Difference, type Outcome, parts } from './import-outcome.ts';
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

/** What is listed of one kind; the rest is counted. */
const listed = 20;
type Messages = (typeof messages)[Language];

const isText = (value: unknown): value is { fi: string } =>
  typeof value === 'object' && value !== null && typeof (value as { fi?: unknown }).fi === 'string';

/** A stored or given value as a person reads it: texts in Finnish, days as dates, nothing as a dash. */
function valueText(value: unknown): string {
  if (value === null || value === undefined) return '–';
  if (isText(value)) return `”${value.fi}”`;
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (Array.isArray(value)) return value.map(valueText).join(', ') || '–';
  if (typeof value !== 'object') return String(value as string | number | boolean);
  // A figure: only what it says, not the columns that it leaves empty.
  const said = Object.entries(value).filter(([, inner]) => inner !== null && inner !== false);
  return said.map(([key, inner]) => `${key} ${valueText(inner)}`).join(', ');
}

function differenceLines(t: Messages, differences: readonly Difference[], heading: 'taken' | 'kept'): string[] {
  if (differences.length === 0) return [];
  const counts = Map.groupBy(differences, ({ part }) => part);
  const summary = [...counts].map(([part, list]) => `${t(`part.${part}`)} ${list.length}`).join(', ');
  const lines = differences
    .slice(0, listed)
    .map(
      ({ part, name, field, stored, given }) =>
        `  ${t(`part.${part}`)} ${name}, ${field}: ${t('stored')} ${valueText(stored)}, ${t('given')} ${valueText(given)}`,
    );
  const rest = differences.length - lines.length;
  return [`${t(heading)}: ${summary}`, ...lines, ...(rest > 0 ? [`  ${t('more', { count: rest })}`] : [])];
}

function lackingLines(t: Messages, { lacking }: Outcome): string[] {
  if (lacking.length === 0) return [];
  const names = lacking.slice(0, listed).map(({ part, name }) => `${t(`part.${part}`)} ${name}`);
  const rest = lacking.length - names.length;
  return [
    `${t('lacking', { count: lacking.length })}: ${names.join(', ')}${rest > 0 ? `, ${t('more', { count: rest })}` : ''}`,
  ];
}

/** What was loaded, then what of the file was not taken, and why. */
export function loadedLines(
  plan: PlanFile,
  { isUpdated, revision, outcome }: Pick<ImportedPlan, 'isUpdated' | 'revision' | 'outcome'>,
  language: Language,
): string[] {
  const t = messages[language];
  const added = parts.flatMap((part) =>
    outcome.added[part] === undefined ? [] : [`${t(`part.${part}`)} ${outcome.added[part]}`],
  );
  const { municipality, plan: head } = plan;
  const done = t(isUpdated ? 'updated' : 'loaded');
  const news = added.length > 0 ? `${t('added')} ${added.join(', ')}` : t('nothingNew');
  const taken = outcome.differences.filter(({ isReplaced }) => isReplaced);
  const kept = outcome.differences.filter(({ isReplaced }) => !isReplaced);
  return [
    `${done}: ${municipality.slug} ${head.year}, ${t('revision')} ${revision}; ${news}`,
    ...differenceLines(t, taken, 'taken'),
    ...differenceLines(t, kept, 'kept'),
    ...lackingLines(t, outcome),
    ...(outcome.waitingFigures > 0 ? [t('waitingFigures', { count: outcome.waitingFigures })] : []),
    ...(outcome.waitingRounds.length > 0 ? [`${t('waitingRounds')}: ${outcome.waitingRounds.join(', ')}`] : []),
  ];
}
