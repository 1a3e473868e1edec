import { createHash } from 'node:crypto';
import { Prisma, type Tx } from '@vointi/db/client.ts';
import { departmentProblem } from '@vointi/shared/access/permissions.ts';
import type { Input } from '@vointi/shared/http/route.ts';
import type { identityApi, Mapping } from '@vointi/shared/identity/contract.ts';
import { AppError, refused } from '../../platform/app-error.ts';
import type { Context } from '../../platform/context.ts';
import { lockUsers } from '../../platform/lock-user.ts';
import type { MunicipalityRequest } from '../../platform/municipality-request.ts';
import { mutate } from '../../platform/mutate.ts';
import { endSessions } from '../../platform/session.ts';
import { mappingOf, mappingSelect } from './read.ts';
import { maxMappings } from '@vointi/shared/identity/limits.ts';

type Entry = { claim: string; value: string; role: string; departmentId: string | null };

/** The value may name a person and the audit log is permanent, so the log gets only a hash to recognise it by. */
const auditOf = ({ claim, value, role, departmentId }: Entry) => ({
  claim,
  valueHash: createHash('sha256').update(value).digest('hex').slice(0, 16),
  role,
  departmentId,
});

const creating = { action: 'identity.create', touches: 'nothing', lock: 'municipality' } as const;
const deleting = { action: 'identity.delete', touches: 'nothing', lock: 'municipality' } as const;

/** @throws AppError department_unknown, department_needed, already_there */
export async function createMapping(
  context: Context,
  request: MunicipalityRequest,
  { claim, value, role, department: slug }: Input<typeof identityApi.create>['body'],
): Promise<Mapping> {
  const { municipalityId, at } = request;
  const problem = departmentProblem(role, slug);
  if (problem === 'department_needed') throw refused('body.department', problem);
  if (problem === 'department_unneeded') {
    throw new AppError('invalid_request', [{ path: 'body.department', message: 'this role has no department' }]);
  }
  try {
    return await mutate(context, request, creating, async (tx) => {
      const department =
        slug === null
          ? null
          : await tx.department.findFirst({ where: { slug, municipalityId, draftPlanId: null }, select: { id: true } });
      if (slug !== null && !department) throw refused('body.department', 'department_unknown');
      if ((await tx.identityMapping.count({ where: { municipalityId } })) >= maxMappings) {
        throw new AppError('invalid_request', [{ path: 'body', message: `at most ${maxMappings} in a map` }]);
      }
      const entry = { claim, value, role, departmentId: department?.id ?? null };
      const row = await tx.identityMapping.create({
        data: { ...entry, municipalityId, createdAt: at },
        select: mappingSelect,
      });
      return { result: mappingOf(row), audit: { subject: `identity_mapping:${row.id}`, after: auditOf(entry) } };
    });
  } catch (error) {
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002') {
      throw refused('body.value', 'already_there');
    }
    throw error;
  }
}

/**
 * The lock orders this against others who manage people, and against sign-ins: two requests could each take one of the
 * last two admins, and somebody who signs in by this entry at the same time would keep the role.
 * @throws AppError not_found, last_admin
 */
export const deleteMapping = (context: Context, request: MunicipalityRequest, id: string): Promise<{ done: true }> =>
  mutate(context, request, deleting, async (tx) => {
    const { municipalityId, at } = request;
    const entry = await tx.identityMapping.findFirst({ where: { id, municipalityId } });
    if (!entry) throw new AppError('not_found');
    await tx.identityMapping.delete({ where: { id: entry.id } });
    const people = await takeRoles(tx, municipalityId, entry);
    await endSessions(tx, at, people);
    await tx.user.updateMany({ where: { id: { in: people } }, data: { version: { increment: 1 } } });
    return {
      result: { done: true },
      audit: {
        subject: `identity_mapping:${entry.id}`,
        before: auditOf(entry),
        after: { people: people.length },
      },
    };
  });

/**
 * Takes the role from everybody who has it from the map, unless another entry gives the same role: the next sign-in
 * tells who keeps it. Disabled people keep their roles, which grant nothing: without them nobody would see that they
 * are disabled.
 */
async function takeRoles(
  tx: Tx,
  municipalityId: string,
  { role, departmentId }: Pick<Prisma.IdentityMappingGetPayload<object>, 'role' | 'departmentId'>,
): Promise<string[]> {
  const same = { municipalityId, role, departmentId };
  if ((await tx.identityMapping.count({ where: same })) > 0) return [];
  const gone = await tx.membership.findMany({
    where: { ...same, source: 'identity_provider', disabledAt: null },
    select: { id: true, userId: true },
  });
  // Orders this against sign-ins under way, so that no session of theirs stays.
  await lockUsers(
    tx,
    gone.map(({ userId }) => userId),
  );
  await tx.membership.deleteMany({ where: { id: { in: gone.map(({ id }) => id) } } });
  if (role === 'admin' && gone.length > 0) {
    // An admin who is only invited cannot sign in yet.
    const canSignIn = { OR: [{ passwordHash: { not: null } }, { issuer: { not: null } }] };
    const left = await tx.membership.count({
      where: { municipalityId, role: 'admin', disabledAt: null, user: canSignIn },
    });
    if (left === 0) throw refused('params.id', 'last_admin');
  }
  return gone.map(({ userId }) => userId);
}
