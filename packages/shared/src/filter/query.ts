import * as z from 'zod';
import { listOf } from '../http/list-of.ts';
import { slug } from '../text/contract.ts';
import { maxSearch } from '../text/limits.ts';
import type { Fields, FilterField, ValueOf } from './field.ts';

const flag = z
  .enum(['true', 'false'])
  .transform((value) => value === 'true')
  .optional();
const text = z.string().trim().max(maxSearch).optional();
const one = (value: z.ZodType<string>) => value.optional();

type SchemaOf<F> = F extends { kind: 'text' }
  ? typeof text
  : F extends { kind: 'flag' }
    ? typeof flag
    : F extends { kind: 'many' }
      ? ReturnType<typeof listOf<z.ZodType<ValueOf<F>>>>
      : z.ZodOptional<z.ZodType<ValueOf<F>>>;

function schemaOf(field: FilterField<never, never>): z.ZodType {
  if (field.kind === 'text') return text;
  if (field.kind === 'flag') return flag;
  const { values, pattern } = field;
  const value = typeof values === 'object' ? z.enum(values) : pattern ? z.string().trim().regex(pattern) : slug;
  return field.kind === 'many' ? listOf(value) : one(value);
}

/** The filters as query parameters with their descriptions for the API's documentation; `many` is repeatable. */
export const filterQuery = <F extends Fields>(fields: F): { [K in keyof F]: SchemaOf<F[K]> } =>
  Object.fromEntries(
    Object.entries(fields).map(([key, field]) => [key, schemaOf(field).meta({ description: field.description })]),
  ) as { [K in keyof F]: SchemaOf<F[K]> };
