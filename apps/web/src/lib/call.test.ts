import { afterEach, describe, expect, it, vi } from 'vitest';
import { getBoard } from '@vointi/shared/plan/endpoints.ts';
import { updateAccount } from '@vointi/shared/session/endpoints.ts';
import { addressOf, call } from './call.ts';
import { ProblemError, reasonOf } from './problem.ts';
import { setPageOwner, setSessionRenewer } from './session-renewal.ts';

const board = () =>
  call(getBoard, {
    params: { slug: 'kouvola', year: '2024' },
    query: {},
  });

const answer = (body: string, status: number, type: string) =>
  vi.stubGlobal('fetch', async () => new Response(body, { status, headers: { 'content-type': type } }));

afterEach(() => vi.unstubAllGlobals());

describe('reading the API', () => {
  it('fills the path and repeats repeated keys', () => {
    expect(
      addressOf(getBoard, {
        params: { slug: 'å/?', year: '2024' },
        query: { q: 'x y', goal: ['1', '2'], round: undefined },
      }),
    ).toBe('/api/v1/municipalities/%C3%A5%2F%3F/plans/2024/board?q=x+y&goal=1&goal=2');
  });

  it('turns a problem into an error with its code', async () => {
    answer('{"code":"not_found","status":404,"requestId":"r1"}', 404, 'application/problem+json; charset=utf-8');
    await expect(board()).rejects.toMatchObject({ code: 'not_found', status: 404, requestId: 'r1' });
  });

  it('tells a missing or foreign response from a problem of the API', async () => {
    answer('<html>', 502, 'text/html');
    await expect(board()).rejects.toEqual(new ProblemError('network'));
    vi.stubGlobal('fetch', async () => Promise.reject(new TypeError('failed')));
    await expect(board()).rejects.toMatchObject({ code: 'network' });
  });
});

const rename = (displayName: string) => call(updateAccount, { body: { displayName } });

/** Returns the responses one after another, and records the requests. */
function answers(...responses: readonly { status: number; body: unknown }[]) {
  const requests: [string, RequestInit][] = [];
  const left = [...responses];
  vi.stubGlobal('fetch', async (address: string, init: RequestInit) => {
    requests.push([address, init]);
    const { status, body } = left.shift() ?? { status: 500, body: {} };
    const type = status < 400 ? 'application/json' : 'application/problem+json';
    return new Response(JSON.stringify(body), { status, headers: { 'content-type': type } });
  });
  return requests;
}

const over = { status: 401, body: { code: 'unauthenticated', status: 401, requestId: 'r' } };
const fine = { status: 200, body: { me: null, identityProvider: null, hasMailbox: false } };

describe('writing to the API', () => {
  afterEach(() => {
    setSessionRenewer(undefined);
    setPageOwner(undefined);
  });

  it('sends the id of the page’s owner, if it has one', async () => {
    const requests = answers(fine, fine);
    await rename('Aino');
    setPageOwner(() => 'aino');
    await rename('Aino');
    const owners = requests.map(([, { headers }]) => new Headers(headers).get('vointi-page-owner'));
    expect(owners).toEqual([null, 'aino']);
  });

  it('sends JSON, by the method of the contract', async () => {
    const requests = answers(fine);
    await rename('Aino');
    expect(requests).toEqual([
      [
        '/api/v1/account',
        {
          method: 'PATCH',
          headers: { accept: 'application/json', 'content-type': 'application/json' },
          body: '{"displayName":"Aino"}',
        },
      ],
    ]);
  });

  it('throws with the rejected field, the current row and the seconds to wait', async () => {
    const details = [{ path: 'body.displayName', message: 'name taken', reason: 'name_taken' }];
    answers(
      { status: 400, body: { code: 'invalid_request', status: 400, details, requestId: 'r' } },
      { status: 409, body: { code: 'conflict', status: 409, current: { version: 3 }, requestId: 'r' } },
      { status: 429, body: { code: 'too_many_requests', status: 429, retryAfter: 90, requestId: 'r' } },
    );
    const refusal: unknown = await rename('x').catch((error: unknown) => error);
    expect(reasonOf(refusal, 'displayName')).toMatchObject({ reason: 'name_taken' });
    expect(reasonOf(refusal, 'language')).toBeUndefined();
    await expect(rename('x')).rejects.toMatchObject({ code: 'conflict', current: { version: 3 } });
    await expect(rename('x')).rejects.toMatchObject({ code: 'too_many_requests', retryAfter: 90 });
  });

  it('sends the same request again after the session is renewed', async () => {
    const requests = answers(over, fine);
    setSessionRenewer(async () => true);
    await expect(rename('Aino')).resolves.toEqual(fine.body);
    expect(requests[1]).toEqual(requests[0]);
  });

  it('throws unauthenticated when the session is not renewed, or there was none', async () => {
    const requests = answers(over, over);
    setSessionRenewer(async () => false);
    await expect(rename('x')).rejects.toMatchObject({ code: 'unauthenticated' });
    setSessionRenewer(undefined);
    await expect(rename('x')).rejects.toMatchObject({ code: 'unauthenticated' });
    expect(requests).toHaveLength(2);
  });
});
