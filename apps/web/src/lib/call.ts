import type { Problem } from '@vointi/shared/http/problem.ts';
import type { Call, Result, Route } from '@vointi/shared/http/route.ts';
import { ProblemError } from './problem.ts';

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

/**
 * Reads one endpoint by its contract: `read<typeof planApi.board>('/api/v1/…/board', { params, query: {} }, signal)`.
 * The contract is a type here and nothing else, so that zod stays out of the bundle; the server has checked the answer.
 * @throws ProblemError
 */
export async function read<R extends Route>(path: R['path'], input: Call<R>, signal?: AbortSignal): Promise<Result<R>> {
  const response = await fetch(addressOf(path, input), {
    headers: { accept: 'application/json' },
    ...(signal && { signal }),
  }).catch((error: unknown) => {
    throw signal?.aborted ? error : new ProblemError('network');
  });
  const isJson = /[/+]json/.test(response.headers.get('content-type') ?? '');
  if (!isJson) throw new ProblemError('network');
  const answer: unknown = await response.json().catch(() => {
    throw new ProblemError('network');
  });
  if (!response.ok) {
    const problem = answer as Problem;
    throw new ProblemError(problem.code, problem);
  }
  return answer as Result<R>;
}
