import type { Call, Route } from '@vointi/shared/http/route.ts';
import type { SignedIn } from './sign-in.ts';
import { pathOf } from './samples.ts';
import type { TestApp } from './test-app.ts';

/** Calls a contract as the web app does, as a signed-in person or as a visitor. */
export function ask<R extends Route>(
  { app }: Pick<TestApp, 'app'>,
  who: SignedIn | null,
  contract: R,
  call: Partial<Call<R>> = {},
) {
  const { params, query, body } = call as {
    params?: Record<string, string>;
    query?: Record<string, string>;
    body?: object;
  };
  return app.inject({
    method: contract.method,
    url: pathOf(contract, params ?? {}),
    headers: who?.headers ?? { origin: 'http://localhost:80' },
    ...(query && { query }),
    ...(body && { payload: body }),
  });
}
