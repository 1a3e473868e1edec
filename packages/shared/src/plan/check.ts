import * as z from 'zod';
import { Problems, type FileProblem } from './check-problems.ts';
import { checkReferences, type Lists } from './check-references.ts';
import { checkRules } from './check-rules.ts';
import { bare, isRecord, maxItems, readPart } from './check-schema.ts';
import { PlanFile } from './interchange.ts';

const listKeys = ['departments', 'indicatorSets', 'indicators', 'goals', 'rounds', 'measures', 'findings'] as const;
const Head = PlanFile.omit({
  departments: true,
  indicatorSets: true,
  indicators: true,
  goals: true,
  rounds: true,
  measures: true,
  findings: true,
});

export type CheckedPlan = { plan: PlanFile } | { problems: FileProblem[]; more: number };

/** Item by item: a file of a million broken items costs the memory of one. */
function readList(key: keyof Lists, given: unknown, problems: Problems): unknown {
  const schema = PlanFile.shape[key];
  if (!Array.isArray(given) || given.length === 0) return readPart(schema, given, [key], problems);
  const list = bare(schema) as z.ZodArray;
  const max = maxItems(list);
  if (given.length > max) problems.add([key], { code: 'too_many_items', count: given.length, max });
  return given.slice(0, max).map((item, index) => readPart(list.element as z.ZodType, item, [key, index], problems));
}

/**
 * Reads a plan file, or lists everything that is wrong with it: form, references and rules at once, so that
 * whoever wrote it corrects it once. `more` tells how many problems were found beyond those listed.
 */
export function checkPlanFile(data: unknown): CheckedPlan {
  const problems = new Problems();
  if (!isRecord(data)) {
    problems.add([], { code: 'wrong_type', expected: 'object' });
    return { problems: problems.list, more: 0 };
  }
  const isList = (key: string) => (listKeys as readonly string[]).includes(key);
  const rest = Object.fromEntries(Object.entries(data).filter(([key]) => !isList(key)));
  const head = readPart(Head, rest, [], problems);
  const lists = Object.fromEntries(listKeys.map((key) => [key, readList(key, data[key], problems)])) as Lists;
  checkReferences(lists, problems);
  checkRules(head ?? {}, lists, problems);
  if (problems.list.length > 0) return { problems: problems.list, more: problems.more };
  // Every part has passed its own schema; parsing the whole once more would only cost time.
  return { plan: { ...head, ...lists } as PlanFile };
}
