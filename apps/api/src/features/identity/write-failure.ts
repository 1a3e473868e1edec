import type { Context } from '../../platform/context.ts';
import { mutate } from '../../platform/mutate.ts';

type Failure = {
  at: Date;
  requestId: string;
  municipalityId: string;
  /** A code of ours. */
  reason: string;
  /** Known only once the provider has proved somebody who has an account. */
  userId?: string | undefined;
};

/** A sign-in with the identity provider that did not come to anything. */
export const recordFailure = (context: Context, { reason, userId, ...failed }: Failure): Promise<void> =>
  mutate(context, { ...failed, actor: null }, { action: 'session.fail', touches: 'nothing' }, async () => ({
    result: undefined,
    audit: {
      subject: userId === undefined ? 'identity_provider' : `user:${userId}`,
      after: { method: 'identity_provider', reason },
    },
  }));
