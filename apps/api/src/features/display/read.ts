import type { Db } from '@vointi/db/client.ts';
import type { OwnDisplay, displayApi } from '@vointi/shared/display/contract.ts';
import type { Result } from '@vointi/shared/http/route.ts';
import type { Text } from '@vointi/shared/text/text.ts';
import { AppError } from '../../platform/app-error.ts';
import type { Context } from '../../platform/context.ts';
import type { MunicipalityRequest } from '../../platform/municipality-request.ts';
import type { ApiRequest } from '../../platform/serve.ts';
import { presenterOf } from './presenter-of.ts';
import { readRow, readRows, settingsSelect, toSettings } from './rows.ts';
import { renewCookie } from './write-pairing.ts';

export const listDisplays = async (
  { db }: Context,
  request: MunicipalityRequest,
): Promise<Result<typeof displayApi.list>> => ({
  displays: await readRows(db, request),
});

export const getDisplay = ({ db }: Context, request: MunicipalityRequest, id: string) => readRow(db, request, id);

/** The year of the plan that a room shows: the chosen one, or the newest; null when it is not published. */
export async function yearOf(db: Db, municipalityId: string, year: number | null): Promise<number | null> {
  const plan = await db.plan.findFirst({
    where: { municipalityId, status: 'published', ...(year !== null && { year }) },
    orderBy: { year: 'desc' },
    select: { year: true },
  });
  return plan?.year ?? null;
}

/** The screen of this request. @throws AppError unauthenticated when it was just revoked */
export async function getOwnDisplay(context: Context, { actor, at, request, reply }: ApiRequest): Promise<OwnDisplay> {
  if (actor.kind !== 'screen') throw new AppError('unauthenticated');
  const { db, build } = context;
  const display = await db.display.findUnique({
    where: { id: actor.displayId, revokedAt: null },
    select: {
      ...settingsSelect,
      id: true,
      room: true,
      presenter: true,
      version: true,
      municipalityId: true,
      municipality: { select: { slug: true, name: true, isFictional: true } },
    },
  });
  if (!display) throw new AppError('unauthenticated');
  const { id, room, version, municipality } = display;
  renewCookie(context, { request, reply });
  return {
    id,
    room,
    municipality: { ...municipality, name: municipality.name as Text },
    settings: toSettings(display),
    version,
    year: await yearOf(db, display.municipalityId, display.year),
    presenter: presenterOf(display.presenter, at),
    now: at.toISOString(),
    build,
  };
}
