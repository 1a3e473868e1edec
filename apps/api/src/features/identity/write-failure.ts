import type { Context } from '../../platform/context.ts';
import { mutate } from '../../platform/mutate.ts';

type Failure = {
  at: Date;
  requestId: string;
  municipalityId: string;
  /** A code, never text of the provider. */
  reason: string;
  /** Set once the provider has proved a person with an account. */
  userId?: string | undefined;
};

/** Writes the audit row of a failed sign-in with the identity provider. */
export const recordFailure = (context: Context, { reason, userId, ...failed }: Failure): Promise<void> =>
  mutate(context, { ...failed, actor: null }, { action: 'session.fail', touches: 'nothing' }, async () => ({
    result: undefined,
    audit: {
      subject: userId === undefined ? 'identity_provider' : `user:${userId}`,
      after: { method: 'identity_provider', reason },
    },
  }));
