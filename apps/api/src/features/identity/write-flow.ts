import * as z from 'zod';
import type { Context } from '../../platform/context.ts';
import type { Flow } from '../../platform/identity-provider.ts';
import { mutate, system } from '../../platform/mutate.ts';
import { hashOf } from '../../platform/session.ts';
import { queryRows, sql } from '../../platform/sql.ts';

export const flowMs = 10 * 60_000;

type Started = Flow & { returnTo: string };
const StoredFlow = z.strictObject({
  state: z.string(),
  nonce: z.string(),
  codeVerifier: z.string(),
  returnTo: z.string(),
  expiresAt: z.date(),
});

const beginning = { action: { unaudited: 'a sign-in that begins gives no access' }, touches: 'nothing' } as const;

/** Stores a sign-in that goes to the provider, for the one browser that holds the token. */
export const createFlow = (context: Context, at: Date, browser: string, flow: Started): Promise<void> =>
  mutate(context, system(at), beginning, async (tx) => {
    await tx.signInFlow.deleteMany({ where: { expiresAt: { lte: at } } });
    await tx.signInFlow.create({
      data: {
        browserHash: hashOf(browser),
        state: flow.state,
        nonce: flow.nonce,
        codeVerifier: flow.codeVerifier,
        returnTo: flow.returnTo,
        expiresAt: new Date(at.getTime() + flowMs),
      },
    });
    return { result: undefined };
  });

/** Takes the browser's sign-in once: a second call, also one at the same moment, finds nothing. */
export async function takeFlow({ db }: Context, at: Date, browser: string): Promise<Started | undefined> {
  const [row] = await queryRows(
    db,
    StoredFlow,
    sql`
    DELETE FROM "SignInFlow" WHERE "browserHash" = ${hashOf(browser)}
    RETURNING state, nonce, "codeVerifier", "returnTo", "expiresAt"`,
  );
  return row && row.expiresAt > at ? row : undefined;
}
