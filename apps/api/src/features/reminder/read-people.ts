import type { Tx } from '@vointi/db/client.ts';

type People = { reporters: string[]; approvers: string[]; coordinators: string[] };

/** Who reports and approves for a department, and who coordinates its municipality; each in a fixed order. */
export async function readDepartmentPeople(
  tx: Tx,
  { municipalityId, departmentId }: { municipalityId: string; departmentId: string },
): Promise<People> {
  const members = await tx.membership.findMany({
    where: {
      municipalityId,
      disabledAt: null,
      user: { removedAt: null },
      OR: [{ role: 'coordinator' }, { departmentId, role: { in: ['reporter', 'approver'] } }],
    },
    orderBy: { userId: 'asc' },
    select: { userId: true, role: true },
  });
  const ids = (role: string) => members.filter((member) => member.role === role).map(({ userId }) => userId);
  return { reporters: ids('reporter'), approvers: ids('approver'), coordinators: ids('coordinator') };
}
