import * as z from 'zod';

/** A query parameter that can repeat: parsed as a list, empty when it is missing. */
export const listOf = <S extends z.ZodType<string>>(value: S, maxValues = 60) =>
  z.preprocess(
    (values) => (values === undefined ? [] : Array.isArray(values) ? values : [values]),
    z.array(value).max(maxValues).default([]),
  );
