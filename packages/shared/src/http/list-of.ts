import * as z from 'zod';

/** A repeatable part of an address: none, one or several of it are a list. */
export const listOf = <S extends z.ZodType<string>>(value: S, most = 60) =>
  z.preprocess(
    (given) => (given === undefined ? [] : Array.isArray(given) ? given : [given]),
    z.array(value).max(most).default([]),
  );
