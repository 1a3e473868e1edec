import type { Tx } from '@vointi/db/client.ts';
import { languages, type Text } from '@vointi/shared/text/text.ts';
import { isUuid } from '../../platform/uuid.ts';

type Entry = { actorId: string | null; subject: string; before: unknown; after: unknown };
/** Present names by id. Ids are unique across tables. */
export type Names = ReadonlyMap<string, Text>;

/** Every id that a value holds, however deep. */
function idsIn(value: unknown): string[] {
  if (typeof value === 'string') return isUuid(value) ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(idsIn);
}

/** "Toimenpide, Vastuutaho" in each language that either is written in. */
const joined = (one: Text, other: Text): Text => {
  const written = languages.filter((language) => one[language] !== undefined || other[language] !== undefined);
  return Object.fromEntries(
    written.map((language) => [language, `${one[language] ?? one.fi}, ${other[language] ?? other.fi}`]),
  ) as Text;
};

/**
 * The present names of all that these entries speak of: the log itself holds ids only, so that a removed person does not
 * stay in it. What is gone, or another municipality's, has no name.
 */
export async function readNames(tx: Tx, municipalityId: string, entries: readonly Entry[]): Promise<Names> {
  const ids = entries.flatMap(({ actorId, subject, before, after }) => [
    ...(actorId === null ? [] : [actorId]),
    ...idsIn(subject.split(':')),
    ...idsIn(before),
    ...idsIn(after),
  ]);
  const id = { in: [...new Set(ids)] };
  const of = { where: { id, municipalityId } };
  const measured = { department: { select: { name: true } }, measure: { select: { code: true, title: true } } };
  const [users, departments, rounds, displays, indicators, sets, findings, decisions, plans, assignments, reports] =
    await Promise.all([
      tx.user.findMany({ where: { id, removedAt: null }, select: { id: true, displayName: true } }),
      tx.department.findMany({ ...of, select: { id: true, name: true } }),
      tx.round.findMany({ ...of, select: { id: true, name: true } }),
      tx.display.findMany({ ...of, select: { id: true, room: true } }),
      tx.indicator.findMany({ ...of, select: { id: true, name: true } }),
      tx.indicatorSet.findMany({ ...of, select: { id: true, name: true } }),
      tx.finding.findMany({ ...of, select: { id: true, text: true } }),
      tx.measureDecision.findMany({ ...of, select: { id: true, measureCode: true, meeting: true } }),
      tx.plan.findMany({ ...of, select: { id: true, year: true } }),
      tx.assignment.findMany({ ...of, select: { id: true, ...measured } }),
      tx.report.findMany({ ...of, select: { id: true, assignment: { select: measured } } }),
    ]);
  const names = new Map<string, Text>();
  const put = (key: string, name: unknown) => names.set(key, name as Text);
  type Measured = (typeof reports)[number]['assignment'];
  const nameOf = ({ measure, department }: Measured) => joined(measure.title as Text, department.name as Text);
  for (const row of users) put(row.id, { fi: row.displayName });
  for (const row of [...departments, ...rounds, ...indicators, ...sets]) put(row.id, row.name);
  for (const row of displays) put(row.id, { fi: row.room });
  for (const row of findings) put(row.id, row.text);
  for (const row of decisions) put(row.id, { fi: `${row.meeting}: ${row.measureCode}` });
  for (const row of plans) put(row.id, { fi: String(row.year) });
  for (const row of assignments) put(row.id, nameOf(row));
  for (const row of reports) put(row.id, nameOf(row.assignment));
  return names;
}
