import type { Problem } from '@vointi/shared/http/problem.ts';
import { type Call, pageOwnerHeader, type Result, type Route } from '@vointi/shared/http/route.ts';
import { ProblemError } from './problem.ts';
import { pageOwnerId, renewed } from './session-gate.ts';

type Values = Record<string, unknown>;

export function addressOf(path: string, { params = {}, query = {} }: { params?: Values; query?: Values }): string {
  const filled = path.replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name])));
  const search = new URLSearchParams(
    Object.entries(query).flatMap(([key, value]) =>
      (Array.isArray(value) ? value : [value]).filter((one) => one != null).map((one) => [key, String(one)]),
    ),
  ).toString();
  return search ? `${filled}?${search}` : filled;
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
    if (isOver && (await renewed(init.method ? 'write' : 'read'))) return ask(address, init);
    throw error;
  }
}

/**
 * Reads one endpoint by its contract: `read<typeof planApi.board>('/api/v1/…/board', { params, query: {} }, signal)`.
 * The contract is a type here and nothing else, so that zod stays out of the bundle; the server has checked the answer.
 * @throws ProblemError
 */
export async function read<R extends Route>(path: R['path'], input: Call<R>, signal?: AbortSignal): Promise<Result<R>> {
  const init = { headers: { accept: 'application/json' }, ...(signal && { signal }) };
  return (await json(await askAgain(addressOf(path, input), init))) as Result<R>;
}

/**
 * Writes by a contract: `send<typeof userApi.update>('/api/v1/…/users/:id', 'PATCH', { params, body })`.
 * @throws ProblemError with `details` of refused fields, `current` of a stale row, `retryAfter` seconds
 */
export async function send<R extends Route>(
  path: R['path'],
  method: R['method'],
  input: Call<R>,
  signal?: AbortSignal,
): Promise<Result<R>> {
  return (await json(await write(path, method, input, signal))) as Result<R>;
}

/** The same where the answer is a file. */
export async function sendForFile<R extends Route>(
  path: R['path'],
  method: R['method'],
  input: Call<R>,
): Promise<Blob> {
  const response = await write(path, method, input);
  return response.blob().catch(() => {
    throw new ProblemError('network');
  });
}

function write(path: string, method: string, input: object, signal?: AbortSignal): Promise<Response> {
  // Without a body too: the server takes writes as JSON only.
  const { body = {} } = input as { body?: unknown };
  const owner = pageOwnerId();
  const headers = {
    accept: 'application/json',
    'content-type': 'application/json',
    ...(owner !== undefined && { [pageOwnerHeader]: owner }),
  };
  const init = { method, headers, body: JSON.stringify(body), ...(signal && { signal }) };
  return askAgain(addressOf(path, input), init);
}
