import { afterEach, describe, expect, it, vi } from 'vitest';
import type { planApi } from '@vointi/shared/plan/contract.ts';
import { addressOf, read } from './call.ts';
import { ProblemError } from './problem.ts';

const board = () =>
  read<typeof planApi.board>('/api/v1/municipalities/:slug/plans/:year/board', {
    params: { slug: 'kouvola', year: '2024' },
    query: {},
  });

const answer = (body: string, status: number, type: string) =>
  vi.stubGlobal('fetch', async () => new Response(body, { status, headers: { 'content-type': type } }));

afterEach(() => vi.unstubAllGlobals());

describe('reading the API', () => {
  it('fills the path and repeats repeated keys', () => {
    expect(
      addressOf('/a/:slug/b', { params: { slug: 'å/?' }, query: { q: 'x y', goal: ['1', '2'], no: undefined } }),
    ).toBe('/a/%C3%A5%2F%3F/b?q=x+y&goal=1&goal=2');
  });

  it('turns a problem into an error with its code', async () => {
    answer('{"code":"not_found","status":404,"requestId":"r1"}', 404, 'application/problem+json; charset=utf-8');
    await expect(board()).rejects.toMatchObject({ code: 'not_found', status: 404, requestId: 'r1' });
  });

  it('tells no answer, and an answer that is not the API’s, apart from a refusal', async () => {
    answer('<html>', 502, 'text/html');
    await expect(board()).rejects.toEqual(new ProblemError('network'));
    vi.stubGlobal('fetch', async () => Promise.reject(new TypeError('failed')));
    await expect(board()).rejects.toMatchObject({ code: 'network' });
  });
});
