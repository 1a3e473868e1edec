import type { Problem } from '@vointi/shared/http/problem.ts';
import type { InputOf, KnownEndpoint, ResultOf } from '@vointi/shared/http/contracts.ts';
import { fillPath, methodOf, pageOwnerHeader } from '@vointi/shared/http/route.ts';
import { ProblemError } from './problem.ts';
import { pageOwnerId, renewSession } from './session-renewal.ts';

type Values = Record<string, unknown>;

/** Where an endpoint is read when the browser asks itself: a link, an image, a stream. */
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
async function ask(address: string, init: RequestInit): Promise<Response> {
  const response = await fetch(address, init).catch((error: unknown) => {
    throw init.signal?.aborted ? error : new ProblemError('network');
  });
  if (response.ok) return response;
  const problem = (await json(response)) as Problem;
  throw new ProblemError(problem.code, problem);
}

/** A session that ended on the way is asked back, and what was under way goes on. */
async function askAgain(address: string, init: RequestInit): Promise<Response> {
  try {
    return await ask(address, init);
  } catch (error) {
    const isOver = error instanceof ProblemError && error.code === 'unauthenticated';
    if (isOver && (await renewSession(init.method ? 'write' : 'read'))) return ask(address, init);
    throw error;
  }
}

/**
 * Calls an endpoint: `call(updateUser, { params: { slug, id }, body })`. What goes in and comes out is known from its
 * contract, by type alone: zod stays out of the bundle, and the server has checked the answer.
 * @throws ProblemError with `details` of refused fields, `current` of a stale row, `retryAfter` seconds
 */
export const call = async <E extends KnownEndpoint>(
  endpoint: E,
  input: InputOf<E>,
  signal?: AbortSignal,
): Promise<ResultOf<E>> => (await json(await request(endpoint, input, signal))) as ResultOf<E>;

/** The same where the answer is a file. */
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
  if (method === 'GET') return askAgain(address, { headers: accept, ...(signal && { signal }) });
  // Without a body too: the server takes writes as JSON only.
  const { body = {} } = input as { body?: unknown };
  const owner = pageOwnerId();
  const headers = {
    ...accept,
    'content-type': 'application/json',
    ...(owner !== undefined && { [pageOwnerHeader]: owner }),
  };
  return askAgain(address, { method, headers, body: JSON.stringify(body), ...(signal && { signal }) });
}
