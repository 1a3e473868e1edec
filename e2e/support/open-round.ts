import { type APIRequestContext, expect } from '@playwright/test';
import { dayFromToday } from './days.ts';
import { sameOrigin } from './people.ts';

/**
 * A round of Kouvola that is open while the test runs, opened by hand: its first day is far enough that the job which
 * opens rounds does not come first, also when the test passes midnight.
 * @param origin of the product, where the requests have no address to start from
 */
export async function openRound(request: APIRequestContext, origin = ''): Promise<void> {
  const made = await request.post(`${origin}/api/v1/municipalities/kouvola/plans/2024/rounds`, {
    data: {
      name: { fi: 'Koe' },
      periodAssessed: { fi: 'nyt' },
      opensOn: dayFromToday(2),
      closesOn: dayFromToday(20),
    },
    headers: sameOrigin,
  });
  expect(made.status()).toBe(200);
  const { id, version } = (await made.json()) as { id: string; version: number };
  const opened = await request.post(`${origin}/api/v1/municipalities/kouvola/rounds/${id}/open`, {
    data: { version },
    headers: sameOrigin,
  });
  expect(opened.status()).toBe(200);
}
