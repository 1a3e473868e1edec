import { afterAll, beforeAll, expect, it } from 'vitest';
import { departmentProblem, memberRoles } from '@vointi/shared/access/permissions.ts';
import { startTestApp, type TestApp } from './test-app.ts';

let test: TestApp;
let municipalityId: string;
let departmentId: string;
let userId: string;
beforeAll(async () => {
  test = await startTestApp();
  const department = await test.db.department.findFirstOrThrow({ select: { id: true, municipalityId: true } });
  ({ id: departmentId, municipalityId } = department);
  ({ id: userId } = await test.db.user.create({ data: { displayName: 'A', contactEmail: 'a@kunta.example' } }));
});
afterAll(() => test.close());

const isTaken = (write: Promise<unknown>) =>
  write.then(
    () => true,
    () => false,
  );

it.each(memberRoles)('requires a department of a %s in the database when the shared rule does', async (role) => {
  for (const department of [null, departmentId]) {
    const isValid = departmentProblem(role, department) === null;
    const entry = { municipalityId, role, departmentId: department };
    expect(await isTaken(test.db.membership.create({ data: { ...entry, userId } }))).toBe(isValid);
    const mapping = { ...entry, claim: 'group', value: `${role} ${department}`, createdAt: new Date() };
    expect(await isTaken(test.db.identityMapping.create({ data: mapping }))).toBe(isValid);
  }
});
