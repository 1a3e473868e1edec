import type { Problem } from '@vointi/shared/http/problem.ts';
import { vi } from 'vitest';

export type SentRequest = { method: string; path: string; body: unknown };

/** Replaces the network until `vi.unstubAllGlobals()`. Returns all requests of the page, in the order they are sent. */
export function stubFetch(respond: (request: SentRequest) => Response | Promise<Response>): SentRequest[] {
  const requests: SentRequest[] = [];
  vi.stubGlobal('fetch', async (path: string, { method = 'GET', body }: RequestInit = {}) => {
    const request = { method, path, body: typeof body === 'string' ? (JSON.parse(body) as unknown) : undefined };
    requests.push(request);
    return respond(request);
  });
  return requests;
}

/** A refusal as the API sends it. */
export const refusal = (problem: Pick<Problem, 'status' | 'code'> & Partial<Problem>): Response =>
  new Response(JSON.stringify({ requestId: 'request-1', ...problem }), {
    status: problem.status,
    headers: { 'content-type': 'application/problem+json' },
  });
