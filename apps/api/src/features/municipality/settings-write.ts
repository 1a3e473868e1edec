import { maxLogoBytes } from '@vointi/shared/municipality/limits.ts';
import { createHash } from 'node:crypto';
import { Prisma, type Tx } from '@vointi/db/client.ts';
import type { Input } from '@vointi/shared/http/route.ts';
import type { Settings, settingsApi } from '@vointi/shared/municipality/settings-contract.ts';
import { refused } from '../../platform/app-error.ts';
import type { Context } from '../../platform/context.ts';
import type { MunicipalityRequest } from '../../platform/municipality-request.ts';
import { assertVersion, mutate } from '../../platform/mutate.ts';
import { imageTypeOf } from './image-type.ts';
import { readSettings } from './settings-read.ts';

/** Fields whose values are codes and may be in the audit log; of the others it gets the field name. */
const codes = ['languages', 'boardAccess', 'approvalStep'] as const;
const codesOf = (settings: Settings, fields: readonly string[]) =>
  Object.fromEntries(codes.filter((code) => fields.includes(code)).map((code) => [code, settings[code]]));

async function readCurrent(tx: Tx, municipalityId: string, version: number): Promise<Settings> {
  const current = await readSettings(tx, municipalityId);
  assertVersion(current, version);
  return current;
}

const updating = { action: 'municipality.update', touches: 'plans', lock: 'municipality' } as const;
const updatingLogo = { action: 'municipality.update_logo', touches: 'nothing', lock: 'municipality' } as const;

type Update = Input<typeof settingsApi.update>['body'];

export async function updateSettings(
  context: Context,
  request: MunicipalityRequest,
  { version, ...changes }: Update,
): Promise<Settings> {
  const { municipalityId } = request;
  const updated = await mutate(context, request, updating, async (tx) => {
    const before = await readCurrent(tx, municipalityId, version);
    const { statement, ...rest } = changes;
    await tx.municipality.update({
      where: { id: municipalityId },
      data: {
        ...rest,
        ...(statement !== undefined && { statement: statement ?? Prisma.DbNull }),
        version: { increment: 1 },
      },
    });
    const after = await readSettings(tx, municipalityId);
    const fields = Object.keys(changes);
    return {
      result: after,
      audit: {
        subject: `municipality:${municipalityId}`,
        before: codesOf(before, fields),
        after: { fields, ...codesOf(after, fields) },
      },
      touched: changes.name !== undefined || changes.boardAccess !== undefined,
    };
  });
  // Other instances hear of it by notification; this one must not serve a closed board even once more.
  if (changes.boardAccess) context.boards.forget(updated.slug);
  return updated;
}

/** @throws AppError image_unreadable: too large, or no known picture type by its first bytes */
function readImage(base64: string) {
  const data = Uint8Array.from(Buffer.from(base64, 'base64'));
  const type = imageTypeOf(data);
  if (type === undefined || data.length > maxLogoBytes) throw refused('body.data', 'image_unreadable');
  return { type, data, hash: createHash('sha256').update(data).digest('hex').slice(0, 16) };
}

export const updateLogo = (
  context: Context,
  request: MunicipalityRequest,
  { version, data }: Input<typeof settingsApi.updateLogo>['body'],
): Promise<Settings> => {
  const logo = data === null ? null : readImage(data);
  const { municipalityId } = request;
  return mutate(context, request, updatingLogo, async (tx) => {
    await readCurrent(tx, municipalityId, version);
    const where = { municipalityId };
    if (logo) {
      await tx.municipalityLogo.upsert({ where, create: { ...logo, municipalityId }, update: logo });
    } else await tx.municipalityLogo.deleteMany({ where });
    await tx.municipality.update({ where: { id: municipalityId }, data: { version: { increment: 1 } } });
    return {
      result: await readSettings(tx, municipalityId),
      audit: {
        subject: `municipality:${municipalityId}`,
        after: logo ? { type: logo.type, bytes: logo.data.length, hash: logo.hash } : { isRemoved: true },
      },
    };
  });
};
