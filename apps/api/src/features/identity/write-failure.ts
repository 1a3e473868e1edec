import { writeAudit } from '../../platform/audit.ts';
import type { Context } from '../../platform/context.ts';

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
export async function recordFailure(
  { db }: Context,
  { at, requestId, municipalityId, reason, userId }: Failure,
): Promise<void> {
  await db.$transaction((tx) =>
    writeAudit(tx, at, {
      municipalityId,
      actorId: null,
      action: 'session.fail',
      subject: userId === undefined ? 'identity_provider' : `user:${userId}`,
      after: { method: 'identity_provider', reason },
      requestId,
    }),
  );
}
