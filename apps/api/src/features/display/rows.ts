import type { Prisma, Tx } from '@vointi/db/client.ts';
import { grantOf } from '@vointi/shared/access/grant.ts';
import type { DisplayRow, DisplaySettings } from '@vointi/shared/display/contract.ts';
import { displayStateOf } from '@vointi/shared/display/kind.ts';
import type { Language } from '@vointi/shared/text/text.ts';
import { AppError } from '../../platform/app-error.ts';
import type { MunicipalityRequest } from '../../platform/municipality-request.ts';
import { presenterOf } from './presenter-of.ts';
import { maxDisplays } from '@vointi/shared/display/limits.ts';

export const settingsSelect = {
  scenes: true,
  seconds: true,
  theme: true,
  nightFrom: true,
  nightTo: true,
  language: true,
  year: true,
} satisfies Prisma.DisplaySelect;

const rowSelect = {
  ...settingsSelect,
  id: true,
  room: true,
  pairedAt: true,
  lastSeenAt: true,
  presenter: true,
  version: true,
} satisfies Prisma.DisplaySelect;

type StoredSettings = Prisma.DisplayGetPayload<{ select: typeof settingsSelect }>;
type StoredDisplay = Prisma.DisplayGetPayload<{ select: typeof rowSelect }>;

export const toSettings = ({ scenes, seconds, theme, nightFrom, nightTo, language, year }: StoredSettings) =>
  ({
    scenes,
    seconds,
    theme,
    night: nightFrom !== null && nightTo !== null ? { from: nightFrom, to: nightTo } : null,
    language: language as Language,
    year,
  }) satisfies DisplaySettings;

type SettingsChanges = { [K in keyof DisplaySettings]?: DisplaySettings[K] | undefined };

/** The columns of the settings that are present. */
export const toColumns = ({ night, scenes, seconds, theme, language, year }: SettingsChanges) => ({
  ...(scenes && { scenes }),
  ...(seconds !== undefined && { seconds }),
  ...(theme && { theme }),
  ...(night !== undefined && { nightFrom: night?.from ?? null, nightTo: night?.to ?? null }),
  ...(language && { language }),
  ...(year !== undefined && { year }),
});

const toRow = (stored: StoredDisplay, { actor, slug, at }: MunicipalityRequest): DisplayRow => ({
  id: stored.id,
  room: stored.room,
  settings: toSettings(stored),
  state: displayStateOf(stored.lastSeenAt, at),
  pairedAt: stored.pairedAt.toISOString(),
  lastSeenAt: stored.lastSeenAt?.toISOString() ?? null,
  presenter: presenterOf(stored.presenter, at),
  version: stored.version,
  can: {
    edit: grantOf(actor, 'display:manage', slug) !== null,
    present: grantOf(actor, 'display:present', slug) !== null,
  },
});

/** Displays that have not been revoked, sorted by room. */
export async function readRows(
  tx: Tx,
  request: MunicipalityRequest,
  where: Prisma.DisplayWhereInput = {},
): Promise<DisplayRow[]> {
  const stored = await tx.display.findMany({
    where: { ...where, municipalityId: request.municipalityId, revokedAt: null },
    take: maxDisplays,
    select: rowSelect,
  });
  const order = new Intl.Collator('fi', { numeric: true });
  return stored.map((row) => toRow(row, request)).toSorted((a, b) => order.compare(a.room, b.room));
}

/** @throws AppError not_found, also for a revoked display and one of another municipality */
export async function readRow(tx: Tx, request: MunicipalityRequest, id: string): Promise<DisplayRow> {
  const [row] = await readRows(tx, request, { id });
  if (!row) throw new AppError('not_found');
  return row;
}
