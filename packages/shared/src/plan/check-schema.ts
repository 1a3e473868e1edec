import * as z from 'zod';
import { closest, type Path, type Problems } from './check-problems.ts';
import type { Format, Reason, ValueType } from './check-reasons.ts';

/** A value without its invalid parts: any part may be absent. */
export type Partly<T> = T extends readonly (infer E)[]
  ? (Partly<E> | undefined)[]
  : T extends object
    ? { [K in keyof T]?: Partly<T[K]> | undefined }
    : T;

type Bare = z.ZodObject | z.ZodArray | z.ZodType;

/** The schema without its wrappers for optional, nullable and default. */
export function bare(schema: z.ZodType): Bare {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault) {
    return bare(schema.unwrap() as z.ZodType);
  }
  return schema;
}

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** PostgreSQL cannot store NUL or half a surrogate pair; other control characters are rejected as well. */
const isStorable = (text: string): boolean => text.isWellFormed() && !/[^\P{Cc}\t\n\r]/u.test(text);

export function maxItems(list: z.ZodArray): number {
  for (const check of list.def.checks ?? []) {
    const rule: { check: string; maximum?: unknown } = check._zod.def;
    if (rule.check === 'max_length' && typeof rule.maximum === 'number') return rule.maximum;
  }
  return Number.POSITIVE_INFINITY;
}

/**
 * Copies a value with the schema's keys only and lists cut to their maximum, and reports what it leaves out. The copy
 * limits the work on any file, and the caller may change it.
 */
function known(schema: z.ZodType, value: unknown, path: Path, problems: Problems): unknown {
  const kind = bare(schema);
  if (kind instanceof z.ZodObject && isRecord(value)) {
    const shape = kind.shape as Record<string, z.ZodType>;
    const entries: [string, unknown][] = [];
    for (const [key, inner] of Object.entries(value)) {
      const keySchema = Object.hasOwn(shape, key) ? shape[key] : undefined;
      if (keySchema) entries.push([key, known(keySchema, inner, [...path, key], problems)]);
      else {
        problems.add([...path, key], () => ({ code: 'unknown_key', key, closest: closest(key, Object.keys(shape)) }));
      }
    }
    return Object.fromEntries(entries);
  }
  if (kind instanceof z.ZodArray && Array.isArray(value)) {
    const max = maxItems(kind);
    if (value.length > max) problems.add(path, { code: 'too_many_items', count: value.length, max });
    return value.slice(0, max).map((item, index) => known(kind.element as z.ZodType, item, [...path, index], problems));
  }
  if (typeof value === 'string' && !isStorable(value)) problems.add(path, { code: 'bad_character' });
  return value;
}

const typeNames: Record<string, ValueType> = {
  string: 'text',
  number: 'number',
  int: 'whole_number',
  boolean: 'true_or_false',
  array: 'list',
  object: 'object',
};

function formatAt(path: Path): Format {
  const key = path.at(-1);
  if (key === 'period') return 'period';
  if (key === 'sourceUrl') return 'address';
  if (key === 'milestone') return 'milestone';
  return key === 'code' && path[0] === 'municipality' ? 'municipality_code' : 'slug';
}

const toMessageValue = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'object' && value !== null ? '…' : String(value);

function reasonOf(issue: z.core.$ZodIssue, value: unknown, path: Path): Reason {
  if (value === undefined && (issue.code === 'invalid_type' || issue.code === 'invalid_value'))
    return { code: 'required' };
  switch (issue.code) {
    case 'invalid_type':
      return { code: 'wrong_type', expected: typeNames[issue.expected] ?? 'object' };
    case 'invalid_value':
      return { code: 'not_allowed', value: toMessageValue(value), allowed: issue.values.map(String) };
    case 'too_big':
      return typeof value === 'string'
        ? { code: 'text_too_long', length: value.trim().length, max: Number(issue.maximum) }
        : { code: 'number_too_large', max: Number(issue.maximum) };
    case 'too_small':
      if (typeof value === 'string') return { code: 'text_empty' };
      return Array.isArray(value)
        ? { code: 'too_few_items', min: Number(issue.minimum) }
        : { code: 'number_too_small', min: Number(issue.minimum) };
    case 'invalid_format': {
      const { format } = issue;
      const expected = format === 'date' ? 'date' : format === 'datetime' ? 'instant' : formatAt(path);
      return { code: 'wrong_format', value: toMessageValue(value), expected };
    }
    default:
      return { code: 'wrong_type', expected: 'object' };
  }
}

const valueAt = (root: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((value, key) => (value as Record<PropertyKey, unknown> | undefined)?.[key], root);

function remove(root: unknown, path: readonly PropertyKey[]): void {
  const parent = valueAt(root, path.slice(0, -1));
  const key = path.at(-1);
  // Leaves a hole in a list, so that the other items keep their indexes.
  if (Array.isArray(parent)) parent[Number(key)] = undefined;
  else if (isRecord(parent) && key !== undefined) delete parent[String(key)];
}

/** Parses one part of a file: reports the invalid parts and returns the valid ones. */
export function readPart<S extends z.ZodType>(
  schema: S,
  value: unknown,
  path: Path,
  problems: Problems,
): Partly<z.output<S>> | undefined {
  const copy = known(schema, value, path, problems);
  const parsed = schema.safeParse(copy);
  if (parsed.success) return parsed.data as Partly<z.output<S>>;
  const wrongPaths = parsed.error.issues.map((issue) => issue.path);
  for (const issue of parsed.error.issues) {
    const full = [...path, ...issue.path] as Path;
    problems.add(full, reasonOf(issue, valueAt(copy, issue.path), full));
  }
  if (wrongPaths.some((wrongPath) => wrongPath.length === 0)) return undefined;
  for (const wrongPath of wrongPaths) remove(copy, wrongPath);
  return copy as Partly<z.output<S>>;
}
