import type { Problem } from '@vointi/shared/http/problem.ts';
import type { InputOf, KnownEndpoint, ResultOf } from '@vointi/shared/http/contracts.ts';
import { fillPath, methodOf, pageOwnerHeader } from '@vointi/shared/http/route.ts';
import { ProblemError } from './problem.ts';
import { pageOwnerId, renewSession } from './session-renewal.ts';

type Values = Record<string, unknown>;

/** The address of an endpoint for requests that the browser makes: a link, an image, a stream. */
export function addressOf<E extends KnownEndpoint>(endpoint: E, input: Omit<InputOf<E>, 'body'>): string {
  const { params = {}, query = {} } = input as { params?: Values; query?: Values };
  const path = fillPath(endpoint, params);
  const search = new URLSearchParams(
    Object.entries(query).flatMap(([key, value]) =>
      (Array.isArray(value) ? value : [value]).filter((one) => one != null).map((one) => [key, String(one)]),
    ),
  ).toString();
  return search ? `${path}?${search}` : path;
}

const isJson = (response: Response) => /[/+]json/.test(response.headers.get('content-type') ?? '');

const json = async (response: Response): Promise<unknown> => {
  if (!isJson(response)) throw new ProblemError('network');
  return response.json().catch(() => {
    throw new ProblemError('network');
  });
};

/** @throws ProblemError */
async function fetchOrThrow(address: string, init: RequestInit): Promise<Response> {
  const response = await fetch(address, init).catch((error: unknown) => {
    throw init.signal?.aborted ? error : new ProblemError('network');
  });
  if (response.ok) return response;
  const problem = (await json(response)) as Problem;
  throw new ProblemError(problem.code, problem);
}

/** Sends the request again after the person has renewed a session that had ended. */
async function fetchRenewing(address: string, init: RequestInit): Promise<Response> {
  try {
    return await fetchOrThrow(address, init);
  } catch (error) {
    const isOver = error instanceof ProblemError && error.code === 'unauthenticated';
    if (isOver && (await renewSession(init.method ? 'write' : 'read'))) return fetchOrThrow(address, init);
    throw error;
  }
}

/**
 * Calls an endpoint: `call(updateUser, { params: { slug, id }, body })`. Its contract types input and
 * result. Nothing is parsed: zod stays out of the bundle, and the server has checked the response.
 * @throws ProblemError with `details` of rejected fields, `current` of a stale row, `retryAfter` seconds
 */
export const call = async <E extends KnownEndpoint>(
  endpoint: E,
  input: InputOf<E>,
  signal?: AbortSignal,
): Promise<ResultOf<E>> => (await json(await request(endpoint, input, signal))) as ResultOf<E>;

/** Calls an endpoint whose response is a file. */
export async function callForFile<E extends KnownEndpoint>(endpoint: E, input: InputOf<E>): Promise<Blob> {
  const response = await request(endpoint, input);
  return response.blob().catch(() => {
    throw new ProblemError('network');
  });
}

function request<E extends KnownEndpoint>(endpoint: E, input: InputOf<E>, signal?: AbortSignal): Promise<Response> {
  const method = methodOf(endpoint);
  const address = addressOf(endpoint, input);
  const accept = { accept: 'application/json' };
  if (method === 'GET') return fetchRenewing(address, { headers: accept, ...(signal && { signal }) });
  // A write without data still has a body, because the server accepts writes as JSON only.
  const { body = {} } = input as { body?: unknown };
  const owner = pageOwnerId();
  const headers = {
    ...accept,
    'content-type': 'application/json',
    ...(owner !== undefined && { [pageOwnerHeader]: owner }),
  };
  return fetchRenewing(address, { method, headers, body: JSON.stringify(body), ...(signal && { signal }) });
}
