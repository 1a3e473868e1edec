import type { DisplayRow, PairingState } from '@vointi/shared/display/contract.ts';
import { displayApi, screenApi } from '@vointi/shared/display/contract.ts';
import { ask } from './ask.ts';
import type { SignedIn } from './sign-in.ts';
import type { TestApp } from './test-app.ts';

/** A paired screen, identified by its cookie. */
export type Screen = { headers: { cookie: string; origin: string } };

let count = 0;

/** A screen that shows its pairing code. */
export async function showCode(test: Pick<TestApp, 'app'>): Promise<Screen & { code: string }> {
  const answer = await ask(test, null, screenApi.createPairing);
  const state = answer.json<PairingState>();
  if (state.state !== 'pending') throw new Error(`no code: ${answer.body}`);
  const [cookie = ''] = String(answer.headers['set-cookie']).split(';');
  return { code: state.code, headers: { cookie, origin: 'http://localhost:80' } };
}

/** Pairs a screen of Kouvola as an admin does. */
export async function pairScreen(
  test: Pick<TestApp, 'app'>,
  admin: SignedIn,
  slug = 'kouvola',
): Promise<Screen & { display: DisplayRow }> {
  const { code, headers } = await showCode(test);
  count += 1;
  const answer = await ask(test, admin, displayApi.create, {
    params: { slug },
    body: { code, room: `Huone ${count}` },
  });
  if (answer.statusCode !== 200) throw new Error(`not paired: ${answer.body}`);
  return { headers, display: answer.json() };
}

export const askAs = (test: Pick<TestApp, 'app'>, { headers }: Screen, method: 'GET' | 'POST', url: string) =>
  test.app.inject({ method, url, headers });
