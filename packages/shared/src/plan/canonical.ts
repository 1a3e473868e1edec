import * as z from 'zod';
import { isSameJson } from '../json/is-same-json.ts';
import { bare, isRecord } from './check-schema.ts';
import { interchangeVersion, PlanFile, type PlanFileInput } from './interchange.ts';

const isDefault = (schema: z.ZodType, value: unknown): boolean => {
  if (!(schema instanceof z.ZodDefault)) return false;
  return isSameJson(schema.def.defaultValue, value);
};

function canonical(schema: z.ZodType, value: unknown): unknown {
  const kind = bare(schema);
  if (kind instanceof z.ZodObject && isRecord(value)) {
    const entries = Object.entries(kind.shape as Record<string, z.ZodType>).flatMap(([key, inner]) => {
      const content = canonical(inner, value[key]);
      const isAbsent = content === undefined || (content === null && !(inner instanceof z.ZodNullable));
      return isAbsent || isDefault(inner, content) ? [] : [[key, content] as const];
    });
    return Object.fromEntries(entries);
  }
  if (kind instanceof z.ZodArray && Array.isArray(value)) {
    return value.map((item) => canonical(kind.element as z.ZodType, item));
  }
  if (kind instanceof z.ZodISODateTime && typeof value === 'string') return new Date(value).toISOString();
  // Turns -0 into 0.
  return typeof value === 'number' ? value + 0 : value;
}

/**
 * Writes a plan in its canonical form: in the newest version of the format, without defaults and absent values, keys in the order of the format, moments in
 * UTC, targets and breaks by period, reports by round. Files with the same content become the same file.
 */
export function canonicalPlan(plan: PlanFile | PlanFileInput): PlanFileInput {
  const file = canonical(PlanFile, { ...plan, version: interchangeVersion }) as PlanFileInput;
  const order = new Map(file.rounds?.map(({ slug }, index) => [slug, index]));
  const orderOf = ({ round }: { round?: string | undefined }) => (round === undefined ? 0 : (order.get(round) ?? 0));
  for (const { targets, breaks } of file.indicators ?? []) {
    targets?.sort((a, b) => (a.period < b.period ? -1 : 1));
    breaks?.sort((a, b) => (a.period < b.period ? -1 : 1));
  }
  for (const { assignments } of file.measures) {
    for (const { reports } of assignments) {
      reports?.sort((a, b) => orderOf(a) - orderOf(b));
    }
  }
  return file;
}
