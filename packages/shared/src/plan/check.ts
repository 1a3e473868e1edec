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

/** Checks item by item, so that a file of a million broken items needs the memory of one. */
function readList(key: keyof Lists, value: unknown, problems: Problems): unknown {
  const schema = PlanFile.shape[key];
  if (!Array.isArray(value) || value.length === 0) return readPart(schema, value, [key], problems);
  const list = bare(schema) as z.ZodArray;
  const max = maxItems(list);
  if (value.length > max) problems.add([key], { code: 'too_many_items', count: value.length, max });
  return value.slice(0, max).map((item, index) => readPart(list.element as z.ZodType, item, [key, index], problems));
}

/**
 * Reads a plan file, or lists the problems of its form, references and rules together, so that its author can correct
 * all at once. `more`: the number of problems beyond those listed.
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
  // Every part has passed its own schema, so the whole is not parsed again.
  return { plan: { ...head, ...lists } as PlanFile };
}
