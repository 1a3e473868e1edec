import type * as z from 'zod';
import type { Permission } from '../access/permissions.ts';

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/**
 * Method and path of an endpoint. Endpoints are constants apart from their contracts, so that the browser loads those
 * of a page without zod, descriptions and the endpoints of other pages.
 */
export type Endpoint = `${Method} /api/v1/${string}`;

/** The contract of one endpoint: used by the server, the caller's types, the OpenAPI document and the tests. */
export type Route = {
  endpoint: Endpoint;
  method: Method;
  path: `/api/v1/${string}`;
  /** The permission that a caller needs. */
  can: Permission;
  tag: string;
  summary: string;
  description: string;
  params?: z.ZodObject;
  query?: z.ZodObject;
  body?: z.ZodType;
  response: z.ZodType;
  /** Largest body in bytes, when it is larger than the default. */
  bodyLimit?: number;
  /** Content type of a response that is not JSON. The handler makes its bytes. */
  produces?: 'text/csv' | 'image/*' | 'text/event-stream';
  /** A paired screen calls as the screen, even when a person has signed in at it. */
  as?: 'screen';
};

/** Request header of a write: the id of the person for whom the page was loaded. Another person may have signed in since. */
export const pageOwnerHeader = 'vointi-page-owner';

export const methodOf = (endpoint: Endpoint) => endpoint.slice(0, endpoint.indexOf(' ')) as Method;

export const pathOf = (endpoint: Endpoint) => endpoint.slice(endpoint.indexOf(' ') + 1) as Route['path'];

/** The endpoint's path with its parameters filled in. */
export const fillPath = (endpoint: Endpoint, params: Readonly<Record<string, unknown>>): string =>
  pathOf(endpoint).replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name])));

/** Ties a contract to its endpoint. The literal types let the compiler check calls of the endpoint. */
export const route = <const E extends Endpoint, const R extends Omit<Route, 'endpoint' | 'method' | 'path'>>(
  endpoint: E,
  contract: R,
) => ({ ...contract, endpoint, method: methodOf(endpoint), path: pathOf(endpoint) });

type Parsed<S> = S extends z.ZodType ? z.output<S> : undefined;
type Unparsed<S> = S extends z.ZodType ? z.input<S> : undefined;

/** Parsed values that a handler receives. */
export type Input<R extends Route> = {
  params: Parsed<R['params']>;
  query: Parsed<R['query']>;
  body: Parsed<R['body']>;
};

/** Values that a caller passes: only the parts that the contract declares. */
export type Call<R extends Route> = {
  [K in 'params' | 'query' | 'body' as R[K] extends z.ZodType ? K : never]: Unparsed<R[K]>;
};

export type Result<R extends Route> = z.output<R['response']>;
