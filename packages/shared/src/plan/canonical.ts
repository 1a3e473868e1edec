import * as z from 'zod';
import { isSameJson } from '../json/is-same-json.ts';
import { bare, isRecord } from './check-schema.ts';
import { PlanFile, type PlanFileInput } from './interchange.ts';

const isDefault = (schema: z.ZodType, value: unknown): boolean => {
  if (!(schema instanceof z.ZodDefault)) return false;
  return isSameJson(schema.def.defaultValue, value);
};

function canonical(schema: z.ZodType, value: unknown): unknown {
  const kind = bare(schema);
  if (kind instanceof z.ZodObject && isRecord(value)) {
    const entries = Object.entries(kind.shape as Record<string, z.ZodType>).flatMap(([key, inner]) => {
      const given = canonical(inner, value[key]);
      const isAbsent = given === undefined || (given === null && !(inner instanceof z.ZodNullable));
      return isAbsent || isDefault(inner, given) ? [] : [[key, given] as const];
    });
    return Object.fromEntries(entries);
  }
  if (kind instanceof z.ZodArray && Array.isArray(value)) {
    return value.map((item) => canonical(kind.element as z.ZodType, item));
  }
  if (kind instanceof z.ZodISODateTime && typeof value === 'string') return new Date(value).toISOString();
  // Minus zero is a zero.
  return typeof value === 'number' ? value + 0 : value;
}

/**
 * The one way to write a plan: defaults and absent values left out, keys in the order of the format, moments in UTC,
 * targets and breaks by period and reports by round. Two files that say the same are the same file.
 */
export function canonicalPlan(plan: PlanFile | PlanFileInput): PlanFileInput {
  const file = canonical(PlanFile, plan) as PlanFileInput;
  const place = new Map(file.rounds?.map(({ slug }, at) => [slug, at]));
  for (const { targets, breaks } of file.indicators ?? []) {
    targets?.sort((a, b) => (a.period < b.period ? -1 : 1));
    breaks?.sort((a, b) => (a.period < b.period ? -1 : 1));
  }
  for (const { assignments } of file.measures) {
    for (const { reports } of assignments) {
      reports?.sort((a, b) => (place.get(a.round) ?? 0) - (place.get(b.round) ?? 0));
    }
  }
  return file;
}
