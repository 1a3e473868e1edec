import type * as z from 'zod';
import type { Permission } from '../access/permissions.ts';

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/**
 * How an endpoint is reached. A string of its own and no part of a contract, so that the browser loads it without zod,
 * descriptions and the endpoints of other pages.
 */
export type Endpoint = `${Method} /api/v1/${string}`;

/** One endpoint with all that is known of it: read by the server, the caller's types, the OpenAPI document and the tests. */
export type Route = {
  endpoint: Endpoint;
  method: Method;
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

export const methodOf = (endpoint: Endpoint) => endpoint.slice(0, endpoint.indexOf(' ')) as Method;

export const pathOf = (endpoint: Endpoint) => endpoint.slice(endpoint.indexOf(' ') + 1) as Route['path'];

/** The endpoint's path with its parameters filled in. */
export const fillPath = (endpoint: Endpoint, params: Readonly<Record<string, unknown>>): string =>
  pathOf(endpoint).replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name])));

/** Ties a contract to its endpoint and keeps its literal types: calls of the endpoint are checked against it. */
export const route = <const E extends Endpoint, const R extends Omit<Route, 'endpoint' | 'method' | 'path'>>(
  endpoint: E,
  contract: R,
) => ({ ...contract, endpoint, method: methodOf(endpoint), path: pathOf(endpoint) });

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
