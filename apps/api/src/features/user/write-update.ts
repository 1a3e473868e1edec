import type { Tx } from '@vointi/db/client.ts';
import type { Input } from '@vointi/shared/http/route.ts';
import type { userApi, UserRow } from '@vointi/shared/user/contract.ts';
import { refused } from '../../platform/app-error.ts';
import type { Context } from '../../platform/context.ts';
import { assertVersion, mutate } from '../../platform/mutate.ts';
import { createLink, endLinks } from '../../platform/one-time-link.ts';
import { personOf } from '../../platform/serve.ts';
import { endSessions } from '../../platform/session.ts';
import { assertMail, enqueueMail } from '../mail/public.ts';
import { assertAdminLeft, replaceRoles, resolveRoles } from './roles.ts';
import { type MunicipalityRequest, readMember } from './rows.ts';
import { mailingTo } from './write-invite.ts';

type Update = Input<typeof userApi.update>['body'];

export async function updateUser(
  context: Context,
  request: MunicipalityRequest,
  id: string,
  body: Update,
): Promise<UserRow> {
  const { email } = body;
  const before = await readMember(context.db, request, id);
  const isMailed = email !== undefined && email !== before.email;
  if (isMailed) assertMail(context.settings);
  const update = () => write(context, request, id, body);
  try {
    return await (isMailed ? mailingTo(context, email, update) : update());
  } catch (error) {
    // Another municipality took the address between the read and the write.
    if ((error as { code?: string }).code === 'P2002') throw refused('body.email', 'email_taken');
    throw error;
  }
}

/** Locks the account, so that no other municipality gives it a role between the read and the write. */
const write = (context: Context, request: MunicipalityRequest, id: string, { version, roles, ...names }: Update) =>
  mutate(
    context,
    request,
    { action: 'user.update', touches: 'nothing', lock: ['municipality', { user: id }] },
    async (tx) => {
      const { at, actor } = request;
      const { userId } = personOf(actor);
      const row = await readMember(tx, request, id);
      assertVersion(row, version);
      const data = await changesOf(tx, request, row, names);
      const isMoved = data.email !== undefined;
      const newRoles = roles && (await resolveRoles(tx, request, roles));
      const change = newRoles ? await replaceRoles(tx, request, id, newRoles) : null;
      await tx.user.update({
        where: { id },
        // Nobody has proved that the new address is theirs. With the old password, its holder could sign in to an
        // account that another municipality finds by the new address and gives a role to.
        data: { ...data, ...(isMoved && { passwordHash: null }), version: { increment: 1 } },
      });
      if (change || isMoved) {
        await assertAdminLeft(tx, request, change ? 'body.roles' : 'body.email');
        await endSessions(tx, at, [id], id === userId && actor.kind === 'user' ? { except: actor.sessionId } : {});
      }
      if (isMoved) await sendToNewAddress(tx, request, row);
      const updated = await readMember(tx, request, id);
      return {
        result: updated,
        audit: {
          subject: `user:${id}`,
          before: { version, ...(change && { roles: change.before }) },
          after: { version: updated.version, fields: Object.keys(data), ...(change && { roles: change.after }) },
        },
      };
    },
  );

/** Ends links to the former address. A disabled person gets none: an admin resends it once they are enabled. */
async function sendToNewAddress(tx: Tx, { at }: MunicipalityRequest, { id: userId, state }: UserRow): Promise<void> {
  await endLinks(tx, at, userId);
  if (state === 'disabled') return;
  const linkId = await createLink(tx, at, { userId, kind: 'invitation' });
  await enqueueMail(tx, { kind: 'invitation', linkId });
}

type Named = { displayName?: string; email?: string };

/** The fields that differ from the stored ones. @throws AppError when this municipality may not change them */
async function changesOf(tx: Tx, { actor }: MunicipalityRequest, row: UserRow, names: Named): Promise<Named> {
  const changed: Named = {
    ...(names.displayName !== undefined && names.displayName !== row.displayName && { displayName: names.displayName }),
    ...(names.email !== undefined && names.email !== row.email && { email: names.email }),
  };
  const [first] = Object.keys(changed);
  if (first === undefined) return changed;
  if (row.isExternal) throw refused(`body.${first}`, 'external_account');
  if (row.isShared) throw refused(`body.${first}`, 'shared_account');
  // Changing one's own address signs one out at once, and a typo would lock one out: another admin does it, who can
  // correct it.
  if (changed.email !== undefined && row.id === personOf(actor).userId) throw refused('body.email', 'own_account');
  if (changed.email !== undefined && (await tx.user.count({ where: { email: changed.email } })) > 0) {
    throw refused('body.email', 'email_taken');
  }
  return changed;
}
