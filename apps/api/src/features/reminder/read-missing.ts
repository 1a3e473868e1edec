import * as z from 'zod';
import { Prisma, type Tx } from '@vointi/db/client.ts';
import { name } from '@vointi/shared/text/contract.ts';
import { email } from '@vointi/shared/text/fields.ts';
import { queryRows, sql } from '../../platform/sql.ts';
import { type Recipient, audienceOf, type People } from './audience.ts';

const Counted = z.strictObject({
  roundId: z.uuid(),
  roundName: name,
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
type Counted = z.output<typeof Counted>;

/** Somebody to remind, with the address that they are written to. */
export type AddressedRecipient = Recipient & { address: string };
/** What is missing of a department in an open round, and who is to be reminded of it. */
export type Unanswered = Counted & { audience: AddressedRecipient[] };

export type Where = { roundId: string } | { municipalityIds: readonly string[] };

/** The address of a contact, where it is one. */
export const addressOf = (contact: string | null): string | undefined => email.safeParse(contact ?? '').data;

const countMissing = (tx: Tx, where: Where): Promise<Counted[]> =>
  queryRows(
    tx,
    Counted,
    sql`
  select r.id as "roundId", r.name as "roundName", r."closesAt", r."municipalityId", u.name as municipality, u.slug as "municipalitySlug",
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

/** Whoever can be written to: enabled, with an address. */
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

/** Where a person is written to. */
export const mailAddressOf = (user: { email: string | null; contactEmail: string | null }): string =>
  (user.email ?? user.contactEmail ?? '').toLowerCase();

function peopleOf({ municipalityId, departmentId, contact }: Counted, members: readonly Member[]): People {
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

/** Everything that is missing in open rounds, department by department, with whom to remind of it. */
export async function readUnanswered(tx: Tx, where: Where): Promise<Unanswered[]> {
  const counted = await countMissing(tx, where);
  const members = await readMembers(tx, [...new Set(counted.map(({ municipalityId }) => municipalityId))]);
  const addresses = new Map(members.map(({ userId, address }) => [userId, address]));
  return counted.map((one) => ({
    ...one,
    audience: audienceOf(one.departmentId, one, peopleOf(one, members)).map((asked) => ({
      ...asked,
      address: (asked.userId === null ? addressOf(one.contact) : addresses.get(asked.userId)) ?? '',
    })),
  }));
}
