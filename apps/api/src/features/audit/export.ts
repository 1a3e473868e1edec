import { pipeline, Readable } from 'node:stream';
import { stringify } from 'csv-stringify';
import type { AuditRow } from '@vointi/shared/audit/contract.ts';
import { helsinkiTime } from '@vointi/shared/text/helsinki.ts';
import type { Language } from '@vointi/shared/text/text.ts';
import type fi from '../../locales/fi/audit-export.json';
import type { Context } from '../../platform/context.ts';
import { readLocales } from '../../platform/messages.ts';
import { mutate } from '../../platform/mutate.ts';
import { type ApiRequest, type Bytes, personOf } from '../../platform/serve.ts';
import { readNames } from './names.ts';
import { type Filter, whereOf, withNames } from './read.ts';

/** Headings stand in the locale files in the order of the columns. */
const texts = readLocales<typeof fi>('audit-export');
const maxRows = 100_000;
const batch = 1000;

type Exporting = Pick<ApiRequest, 'actor' | 'at' | 'requestId'> & { slug: string; municipalityId: string };

/**
 * Streams the log as a file, one batch of rows in memory. The export writes its own audit row first and ends with it.
 */
export async function exportAudit(context: Context, exporting: Exporting, filter: Filter): Promise<Bytes> {
  const { municipalityId, slug, requestId } = exporting;
  const { userId } = personOf(exporting.actor);
  const { language } = await context.db.user.findUniqueOrThrow({ where: { id: userId }, select: { language: true } });
  await mutate(context, exporting, { action: 'audit.export', touches: 'nothing' }, async () => ({
    result: undefined,
    audit: { subject: `municipality:${municipalityId}`, after: codesOf(filter) },
  }));
  const { sequence: last } = await context.db.auditEntry.findFirstOrThrow({
    where: { municipalityId, requestId, action: 'audit.export' },
    orderBy: { sequence: 'desc' },
    select: { sequence: true },
  });
  const csv = stringify({
    bom: true,
    delimiter: ';',
    record_delimiter: '\r\n',
    escape_formulas: true,
    header: false,
  });
  csv.write(Object.values(texts[language as Language].column));
  const rows = Readable.from(cellsOf(context, { municipalityId, filter, last }));
  // When the client disconnects, the reading stops too.
  pipeline(rows, csv, () => {});
  return async (_request, reply) =>
    reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename="vointi-${slug}-audit.csv"`)
      .send(csv);
}

/** The subject is free text: only one in the form of ours gets into the log. */
const codesOf = ({ subject, ...filter }: Filter) => ({
  ...filter,
  ...(subject && /^[a-z]+(:[0-9a-f-]{36})?$/.test(subject) && { subject }),
});

type Range = { municipalityId: string; filter: Filter; last: number };

async function* cellsOf({ db }: Context, { municipalityId, filter, last }: Range) {
  let after = 0;
  for (let count = 0; count < maxRows;) {
    const entries = await db.auditEntry.findMany({
      where: { AND: [whereOf(municipalityId, filter), { sequence: { gt: after, lte: last } }] },
      orderBy: { sequence: 'asc' },
      take: Math.min(batch, maxRows - count),
      omit: { previousHash: true, hash: true, municipalityId: true },
    });
    for (const row of withNames(entries, await readNames(db, municipalityId, entries))) yield toCells(row);
    count += entries.length;
    after = entries.at(-1)?.sequence ?? after;
    if (entries.length < batch) return;
  }
}

const jsonOf = (value: unknown): string => (value === null ? '' : JSON.stringify(value));

const toCells = (row: AuditRow): (string | number)[] => [
  row.sequence,
  helsinkiTime(new Date(row.createdAt)),
  row.action,
  row.actor?.displayName ?? '',
  row.actor?.id ?? '',
  row.subject,
  row.subjectName ?? '',
  jsonOf(row.before),
  jsonOf(row.after),
  row.requestId ?? '',
];
