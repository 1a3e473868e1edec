import type { Prisma, Tx } from '@vointi/db/client.ts';
import type { PublicSettings, Settings } from '@vointi/shared/municipality/settings-contract.ts';
import type { Language, Text } from '@vointi/shared/text/text.ts';
import { fillPath } from '@vointi/shared/http/route.ts';
import * as endpoints from '@vointi/shared/municipality/endpoints.ts';
import { AppError } from '../../platform/app-error.ts';
import type { Context, Reader } from '../../platform/context.ts';
import type { Bytes } from '../../platform/serve.ts';
import { refSelect, toRef } from '../department/public.ts';
import { assertReadable } from '../plan/public.ts';

const settingsSelect = {
  slug: true,
  name: true,
  languages: true,
  boardAccess: true,
  approvalStep: true,
  statement: true,
  feedbackEmail: true,
  logo: { select: { hash: true } },
  version: true,
} satisfies Prisma.MunicipalitySelect;

const logoAddress = (slug: string, logo: { hash: string } | null) =>
  logo && `${fillPath(endpoints.getLogo, { slug })}?v=${logo.hash}`;

/** Partners and collectives have no accounts: coordinators answer for them. */
const readWithoutApprover = (tx: Tx, municipalityId: string) =>
  tx.department.findMany({
    where: {
      municipalityId,
      kind: { in: ['department', 'working_group'] },
      assignments: { some: { measure: { plan: { status: 'published' } } } },
      memberships: { none: { role: 'approver', disabledAt: null, user: { removedAt: null } } },
    },
    orderBy: { order: 'asc' },
    select: refSelect,
  });

export async function readSettings(tx: Tx, municipalityId: string): Promise<Settings> {
  const row = await tx.municipality.findUnique({ where: { id: municipalityId }, select: settingsSelect });
  if (!row) throw new AppError('not_found');
  const departments = await readWithoutApprover(tx, municipalityId);
  return {
    ...row,
    withoutApprover: departments.map(toRef),
    name: row.name as Text,
    languages: row.languages as Language[],
    statement: row.statement as Text | null,
    logo: logoAddress(row.slug, row.logo),
  };
}

/** @throws AppError not_found; unauthenticated where only signed-in people may read the board */
async function readOpen({ db }: Context, slug: string, reader: Reader) {
  const row = await db.municipality.findUnique({ where: { slug }, select: { ...settingsSelect, id: true } });
  if (!row) throw new AppError('not_found');
  assertReadable(row.boardAccess === 'public', reader);
  return row;
}

export async function getPublicSettings(context: Context, slug: string, reader: Reader): Promise<PublicSettings> {
  const row = await readOpen(context, slug, reader);
  return {
    slug,
    name: row.name as Text,
    languages: row.languages as Language[],
    statement: row.statement as Text | null,
    hasFeedback: row.feedbackEmail !== null,
    logo: logoAddress(slug, row.logo),
  };
}

/** The municipality that receives the feedback. @throws AppError not_found, also when it takes none */
export async function getFeedbackContact(context: Context, slug: string, reader: Reader): Promise<string> {
  const { feedbackEmail, id } = await readOpen(context, slug, reader);
  if (feedbackEmail === null) throw new AppError('not_found');
  return id;
}

/** Serves an uploaded file with headers that let a browser show it as a picture and run nothing in it. */
export async function getLogo(context: Context, slug: string, v: string | undefined, reader: Reader): Promise<Bytes> {
  const { id, boardAccess } = await readOpen(context, slug, reader);
  const logo = await context.db.municipalityLogo.findUnique({ where: { municipalityId: id } });
  if (!logo) throw new AppError('not_found');
  const isForEver = v === logo.hash && boardAccess === 'public';
  return async (_request, reply) => {
    if (boardAccess === 'public') {
      reply.header('cache-control', isForEver ? 'public, max-age=31536000, immutable' : 'no-cache');
    } else reply.header('cache-control', 'no-store');
    return reply
      .type(logo.type)
      .header('content-disposition', 'inline')
      .header('x-content-type-options', 'nosniff')
      .header('content-security-policy', "default-src 'none'; frame-ancestors 'none'; sandbox")
      .send(Buffer.from(logo.data));
  };
}
