import type { Tx } from '@vointi/db/client.ts';
import type { AuditAction } from '@vointi/shared/audit/action.ts';
import type { UserRow } from '@vointi/shared/user/contract.ts';
import { AppError, refused, stale } from '../../platform/app-error.ts';
import type { Context } from '../../platform/context.ts';
import { assertVersion, mutate } from '../../platform/mutate.ts';
import { endLinks } from '../../platform/one-time-link.ts';
import { personOf } from '../../platform/serve.ts';
import { endSessions } from '../../platform/session.ts';
import { assertAdminLeft } from './roles.ts';
import { type MunicipalityRequest, readMember, readRows } from './rows.ts';

type Target = { id: string; version: number };
type Change = {
  action: AuditAction;
  path: string;
  change: (tx: Tx, request: MunicipalityRequest, id: string) => Promise<void>;
};

/** The checks before and the version and audit row after, shared by disable, enable and remove. */
const changeState = (
  context: Context,
  request: MunicipalityRequest,
  { id, version }: Target,
  { action, path, change }: Change,
): Promise<UserRow> =>
  mutate(context, request, { action, touches: 'nothing', lock: 'municipality' }, async (tx) => {
    const row = await readMember(tx, request, id);
    if (id === personOf(request.actor).userId) throw refused(path, 'own_account');
    assertVersion(row, version);
    const { count } = await tx.user.updateMany({ where: { id, version }, data: { version: { increment: 1 } } });
    if (count === 0) throw stale(await readMember(tx, request, id));
    await change(tx, request, id);
    await assertAdminLeft(tx, request, path);
    const [changed] = await readRows(tx, request, [id]);
    if (!changed) throw new AppError('not_found');
    return {
      result: changed,
      audit: { subject: `user:${id}`, before: { state: row.state }, after: { state: changed.state } },
    };
  });

export const disableUser = (context: Context, request: MunicipalityRequest, target: Target) =>
  changeState(context, request, target, {
    action: 'user.disable',
    path: 'params.id',
    change: async (tx, { municipalityId, at }, userId) => {
      await tx.membership.updateMany({
        where: { municipalityId, userId, disabledAt: null },
        data: { disabledAt: at, version: { increment: 1 } },
      });
      await endSessions(tx, at, [userId]);
    },
  });

export const enableUser = (context: Context, request: MunicipalityRequest, target: Target) =>
  changeState(context, request, target, {
    action: 'user.enable',
    path: 'params.id',
    change: async (tx, { municipalityId }, userId) => {
      await tx.membership.updateMany({
        where: { municipalityId, userId },
        data: { disabledAt: null, version: { increment: 1 } },
      });
    },
  });

/** Stored in place of the name; the web shows its own text in the reader's language. */
const removedName = 'Poistettu käyttäjä';

export const removeUser = (context: Context, request: MunicipalityRequest, target: Target) =>
  changeState(context, request, target, {
    action: 'user.remove',
    path: 'params.id',
    change: async (tx, { municipalityId, at }, userId) => {
      // Serialises two municipalities that remove one person, so that the later one sees that it is the last.
      await tx.$executeRaw`select from "User" where id = ${userId}::uuid for update`;
      await tx.membership.deleteMany({ where: { municipalityId, userId } });
      await endSessions(tx, at, [userId]);
      if ((await tx.membership.count({ where: { userId } })) > 0) return;
      await endLinks(tx, at, userId);
      await tx.session.deleteMany({ where: { userId } });
      await tx.oneTimeLink.deleteMany({ where: { userId } });
      await tx.user.update({
        where: { id: userId },
        data: {
          displayName: removedName,
          email: null,
          contactEmail: null,
          passwordHash: null,
          issuer: null,
          subject: null,
          lastSignInAt: null,
          removedAt: at,
        },
      });
    },
  });
