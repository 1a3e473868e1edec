import type * as z from 'zod';
import type { Permission } from '../access/permissions.ts';

/** One endpoint, as data: read by the server, the caller, the OpenAPI document and the tests. */
export type Route = {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  path: `/api/v1/${string}`;
  /** Who may call it; there is no route without one. */
  can: Permission;
  tag: string;
  summary: string;
  description: string;
  params?: z.ZodObject;
  query?: z.ZodObject;
  body?: z.ZodType;
  response: z.ZodType;
  /** Bytes of a body at most, where it is more than for all others. */
  bodyLimit?: number;
  /** Content type of the answer where it is not JSON: then the handler makes the bytes. */
  produces?: 'text/csv' | 'image/*' | 'text/event-stream';
  /** A paired screen asks as the screen that it is, also while somebody has signed in at it. */
  as?: 'screen';
};

/** With a write: the id of the person whose page it is, who may no longer be the one that is signed in. */
export const pageOwnerHeader = 'vointi-page-owner';

/** Keeps the literal types of one contract, so that a caller's path and values are checked against it. */
export const route = <const R extends Route>(contract: R): R => contract;

type Parsed<S> = S extends z.ZodType ? z.output<S> : undefined;
type Sent<S> = S extends z.ZodType ? z.input<S> : undefined;

/** What a handler receives: parsed values. */
export type Input<R extends Route> = {
  params: Parsed<R['params']>;
  query: Parsed<R['query']>;
  body: Parsed<R['body']>;
};

/** What a caller passes: only the parts that the route declares. */
export type Call<R extends Route> = {
  [K in 'params' | 'query' | 'body' as R[K] extends z.ZodType ? K : never]: Sent<R[K]>;
};

export type Result<R extends Route> = z.output<R['response']>;
