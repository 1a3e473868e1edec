import type { Input } from '@vointi/shared/http/route.ts';
import type { userApi, UserRow } from '@vointi/shared/user/contract.ts';
import { refused, stale } from '../../platform/app-error.ts';
import { writeAudit } from '../../platform/audit.ts';
import type { Context } from '../../platform/context.ts';
import { endLinks } from '../../platform/one-time-link.ts';
import { personOf } from '../../platform/serve.ts';
import { endSessions } from '../../platform/session.ts';
import { takeTurn } from '../../platform/take-turn.ts';
import { assertAdminLeft, replaceRoles, resolveRoles } from './roles.ts';
import { type Managing, readMember, type Tx } from './rows.ts';

type Update = Input<typeof userApi.update>['body'];

export async function updateUser({ db }: Context, managing: Managing, id: string, given: Update): Promise<UserRow> {
  try {
    return await db.$transaction((tx) => updateIn(tx, managing, id, given));
  } catch (error) {
    // Another municipality took the address between the look and the write.
    if ((error as { code?: string }).code === 'P2002') throw refused('body.email', 'email_taken');
    throw error;
  }
}

async function updateIn(tx: Tx, managing: Managing, id: string, { version, roles, ...given }: Update) {
  const { municipalityId, at, actor, requestId } = managing;
  const { userId } = personOf(actor);
  await takeTurn(tx, municipalityId);
  const row = await readMember(tx, managing, id);
  if (row.version !== version) throw stale(row);
  const data = await changedOf(tx, managing, row, given);
  const wanted = roles && (await resolveRoles(tx, managing, roles));
  const change = wanted ? await replaceRoles(tx, managing, id, wanted) : null;
  // Version first: another municipality may be changing the same person.
  const { count } = await tx.user.updateMany({
    where: { id, version },
    data: { ...data, version: { increment: 1 } },
  });
  if (count === 0) throw stale(await readMember(tx, managing, id));
  if (change) {
    await assertAdminLeft(tx, managing, 'body.roles');
    await endSessions(tx, at, [id], id === userId && actor.kind === 'user' ? { except: actor.sessionId } : {});
  }
  // A link that went to the former address is nobody's any more.
  if (data.email !== undefined) await endLinks(tx, at, id);
  const updated = await readMember(tx, managing, id);
  await writeAudit(tx, at, {
    municipalityId,
    actorId: userId,
    action: 'user.update',
    subject: `user:${id}`,
    before: { version, ...(change && { roles: change.before }) },
    after: { version: updated.version, fields: Object.keys(data), ...(change && { roles: change.after }) },
    requestId,
  });
  return updated;
}

type Named = { displayName?: string; email?: string };

/** What is really another than it was. @throws AppError where it is not this municipality's to change */
async function changedOf(tx: Tx, { municipalityId }: Managing, row: UserRow, given: Named): Promise<Named> {
  const changed: Named = {
    ...(given.displayName !== undefined && given.displayName !== row.displayName && { displayName: given.displayName }),
    ...(given.email !== undefined && given.email !== row.email && { email: given.email }),
  };
  const [first] = Object.keys(changed);
  if (first === undefined) return changed;
  if (row.isExternal) throw refused(`body.${first}`, 'external_account');
  const elsewhere = await tx.membership.count({ where: { userId: row.id, municipalityId: { not: municipalityId } } });
  if (elsewhere > 0) throw refused(`body.${first}`, 'shared_account');
  if (changed.email !== undefined && (await tx.user.count({ where: { email: changed.email } })) > 0) {
    throw refused('body.email', 'email_taken');
  }
  return changed;
}
