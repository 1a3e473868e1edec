import type { Prisma, Tx } from '@vointi/db/client.ts';
import type { DisplayRow, displayApi } from '@vointi/shared/display/contract.ts';
import { defaultSettings } from '@vointi/shared/display/default-settings.ts';
import type { Input, Result } from '@vointi/shared/http/route.ts';
import { AppError, refused } from '../../platform/app-error.ts';
import type { Context } from '../../platform/context.ts';
import { limit, limits, uncount } from '../../platform/limit.ts';
import { displayChannel } from '../../platform/live.ts';
import type { MunicipalityRequest } from '../../platform/municipality-request.ts';
import { assertVersion, mutate } from '../../platform/mutate.ts';
import { personOf } from '../../platform/serve.ts';
import { networkKeyOf } from './write-pairing.ts';
import { readRow, toColumns } from './rows.ts';
import { maxDisplays } from '@vointi/shared/display/limits.ts';

export const announceDisplay = (tx: Tx, id: string) => tx.$executeRaw`select pg_notify(${displayChannel}, ${id})`;

/** Settings hold no free text; the room's name stays out of the audit log. */
const auditOf = ({ settings, version }: DisplayRow) => ({ version, ...settings }) as Prisma.InputJsonObject;

/**
 * Confirms the code that a screen shows. A screen in another network needs a second confirmation, against people who are
 * talked into typing somebody else's code.
 * @throws AppError code_unknown, screen_elsewhere, room_taken, rooms_too_many, plan_unknown
 */
export async function createDisplay(
  context: Context,
  request: MunicipalityRequest,
  { code, room, settings = defaultSettings, isSeen = false }: Input<typeof displayApi.create>['body'],
  address: string,
): Promise<DisplayRow> {
  const { municipalityId, at } = request;
  const { userId } = personOf(request.actor);
  await limit(context, limits.codeAccount, { account: userId });
  const creating = { action: 'display.create', touches: 'nothing', lock: 'municipality' } as const;
  const created = await mutate(context, request, creating, async (tx) => {
    await assertRoomFree(tx, municipalityId, room);
    await assertYear(tx, municipalityId, settings.year, 'body.settings.year');
    const pairing = await tx.displayPairing.findUnique({ where: { code, expiresAt: { gt: at } } });
    if (!pairing) throw refused('body.code', 'code_unknown');
    const isElsewhere = pairing.network !== null && pairing.network !== networkKeyOf(context, address);
    if (isElsewhere && !isSeen) throw refused('body.code', 'screen_elsewhere');
    // The one that deletes the code gets the screen, when two municipalities confirm it at once.
    const { count } = await tx.displayPairing.deleteMany({ where: { id: pairing.id } });
    if (count === 0) throw refused('body.code', 'code_unknown');
    const { id } = await tx.display.create({
      data: { municipalityId, room, tokenHash: pairing.tokenHash, pairedAt: at, ...toColumns(settings) },
      select: { id: true },
    });
    const row = await readRow(tx, request, id);
    return { result: row, audit: { subject: `display:${id}`, after: auditOf(row) } };
  });
  await uncount(context, limits.codeAccount, { account: userId });
  return created;
}

export const updateDisplay = (
  context: Context,
  request: MunicipalityRequest,
  id: string,
  { version, room, ...settings }: Input<typeof displayApi.update>['body'],
): Promise<DisplayRow> =>
  mutate(context, request, { action: 'display.update', touches: 'nothing', lock: 'municipality' }, async (tx) => {
    const { municipalityId } = request;
    const before = await readRow(tx, request, id);
    assertVersion(before, version);
    if (room !== undefined) await assertRoomFree(tx, municipalityId, room, id);
    await assertYear(tx, municipalityId, settings.year ?? null, 'body.year');
    await tx.display.update({
      where: { id, municipalityId },
      data: { ...toColumns(settings), ...(room !== undefined && { room }), version: { increment: 1 } },
    });
    await announceDisplay(tx, id);
    const after = await readRow(tx, request, id);
    return {
      result: after,
      audit: {
        subject: `display:${id}`,
        before: auditOf(before),
        after: { ...auditOf(after), ...(room !== undefined && { isRenamed: room !== before.room }) },
      },
    };
  });

/** Revokes the screen's token; every instance notifies the screen. */
export const deleteDisplay = (
  context: Context,
  request: MunicipalityRequest,
  id: string,
): Promise<Result<typeof displayApi.delete>> =>
  mutate(context, request, { action: 'display.delete', touches: 'nothing' }, async (tx) => {
    const { municipalityId, at } = request;
    const { count } = await tx.display.updateMany({
      where: { id, municipalityId, revokedAt: null },
      data: { revokedAt: at },
    });
    if (count === 0) throw new AppError('not_found');
    await announceDisplay(tx, id);
    return { result: { done: true }, audit: { subject: `display:${id}` } };
  });

async function assertRoomFree(tx: Tx, municipalityId: string, room: string, except?: string) {
  const others = await tx.display.findMany({
    where: { municipalityId, revokedAt: null, ...(except !== undefined && { id: { not: except } }) },
    select: { room: true },
  });
  const same = room.toLocaleLowerCase('fi');
  if (others.some((other) => other.room.toLocaleLowerCase('fi') === same)) throw refused('body.room', 'room_taken');
  if (except === undefined && others.length >= maxDisplays) throw refused('body.room', 'rooms_too_many');
}

async function assertYear(tx: Tx, municipalityId: string, year: number | null, path: string) {
  if (year === null) return;
  if ((await tx.plan.count({ where: { municipalityId, year, status: 'published' } })) === 0) {
    throw refused(path, 'plan_unknown');
  }
}
