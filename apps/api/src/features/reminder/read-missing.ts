import * as z from 'zod';
import { Prisma, type Tx } from '@vointi/db/client.ts';
import { name } from '@vointi/shared/text/contract.ts';
import { email } from '@vointi/shared/text/fields.ts';
import { queryRows, sql } from '../../platform/sql.ts';
import { type Recipient, audienceOf, type People } from './audience.ts';

const MissingRow = z.strictObject({
  roundId: z.uuid(),
  roundName: name,
  opensAt: z.date().nullable(),
  closesAt: z.date(),
  municipalityId: z.uuid(),
  municipality: name,
  municipalitySlug: z.string(),
  departmentId: z.uuid(),
  slug: z.string(),
  department: name,
  contact: z.string().nullable(),
  toAnswer: z.int(),
  toApprove: z.int(),
});
type MissingRow = z.output<typeof MissingRow>;

/** A person or contact to remind, with the mail address. */
export type AddressedRecipient = Recipient & { address: string };
/** What a department has open in a round, and whom to remind of it. */
export type Unanswered = MissingRow & { audience: AddressedRecipient[] };

export type Where = { roundId: string } | { municipalityIds: readonly string[] };

/** The mail address of a contact; undefined when the contact is something else. */
export const addressOf = (contact: string | null): string | undefined => email.safeParse(contact ?? '').data;

const countMissing = (tx: Tx, where: Where): Promise<MissingRow[]> =>
  queryRows(
    tx,
    MissingRow,
    sql`
  select r.id as "roundId", r.name as "roundName", r."opensAt", r."closesAt", r."municipalityId", u.name as municipality, u.slug as "municipalitySlug",
    d.id as "departmentId", d.slug, d.name as department, d.contact,
    (count(*) filter (where s.progress is null and not sent.waits))::int as "toAnswer",
    (count(*) filter (where sent.waits))::int as "toApprove"
  from "Round" r
  join "Municipality" u on u.id = r."municipalityId"
  join "Plan" p on p.id = r."planId" and p.status = 'published'
  join "Measure" m on m."planId" = r."planId" and m."municipalityId" = r."municipalityId"
  join "Assignment" a on a."measureId" = m.id and a."municipalityId" = r."municipalityId"
  join "Department" d on d.id = a."departmentId" and d."municipalityId" = r."municipalityId"
  left join "Report" s on s."assignmentId" = a.id and s."roundId" = r.id
  cross join lateral (
    select exists (
      select from "ReportDraft" w where w."roundId" = r.id and w."assignmentId" = a.id and w."sentAt" is not null
    ) as waits
  ) sent
  where r.state = 'open' and r."closesAt" is not null
    and ${'roundId' in where ? Prisma.sql`r.id = ${where.roundId}::uuid` : Prisma.sql`r."municipalityId" = any(${where.municipalityIds}::uuid[])`}
  group by r.id, u.id, d.id
  having count(*) filter (where s.progress is null or sent.waits) > 0
  order by u.slug, r."closesAt", d."order"`,
  );

type Member = { userId: string; municipalityId: string; departmentId: string | null; role: string; address: string };

/** Enabled members with a mail address. */
async function readMembers(tx: Tx, municipalityIds: readonly string[]): Promise<Member[]> {
  const members = await tx.membership.findMany({
    where: {
      municipalityId: { in: [...municipalityIds] },
      role: { in: ['reporter', 'approver', 'coordinator'] },
      disabledAt: null,
      user: { removedAt: null, OR: [{ email: { not: null } }, { contactEmail: { not: null } }] },
    },
    orderBy: { userId: 'asc' },
    select: {
      userId: true,
      municipalityId: true,
      departmentId: true,
      role: true,
      user: { select: { email: true, contactEmail: true } },
    },
  });
  return members.map(({ user, ...member }) => ({ ...member, address: mailAddressOf(user) }));
}

/** The mail address of a person. */
export const mailAddressOf = (user: { email: string | null; contactEmail: string | null }): string =>
  (user.email ?? user.contactEmail ?? '').toLowerCase();

function peopleOf({ municipalityId, departmentId, contact }: MissingRow, members: readonly Member[]): People {
  const here = members.filter((member) => member.municipalityId === municipalityId);
  const ids = (role: string, of: string | null) =>
    here.filter((member) => member.role === role && member.departmentId === of).map(({ userId }) => userId);
  return {
    reporters: ids('reporter', departmentId),
    approvers: ids('approver', departmentId),
    hasContact: addressOf(contact) !== undefined,
    coordinators: ids('coordinator', null),
  };
}

/** What departments have open in open rounds, with whom to remind of it. */
export async function readUnanswered(tx: Tx, where: Where): Promise<Unanswered[]> {
  const rows = await countMissing(tx, where);
  const members = await readMembers(tx, [...new Set(rows.map(({ municipalityId }) => municipalityId))]);
  const addresses = new Map(members.map(({ userId, address }) => [userId, address]));
  return rows.map((row) => ({
    ...row,
    audience: audienceOf(row.departmentId, row, peopleOf(row, members)).map((recipient) => ({
      ...recipient,
      address: (recipient.userId === null ? addressOf(row.contact) : addresses.get(recipient.userId)) ?? '',
    })),
  }));
}
