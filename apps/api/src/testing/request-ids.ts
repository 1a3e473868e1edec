import type { TestApp } from './test-app.ts';
import { samples } from './samples.ts';

/** Values for every path, with rows of Kouvola's made for the purpose: a person, a mapping; and two departments to merge. */
export async function requestIds({ db }: Pick<TestApp, 'db'>): Promise<Record<string, string>> {
  const { id: municipalityId } = await db.municipality.findUniqueOrThrow({ where: { slug: 'kouvola' } });
  const user = await db.user.create({
    data: {
      email: `matriisi-${crypto.randomUUID()}@testi.example`,
      displayName: 'Matriisi',
      memberships: { create: { municipalityId, role: 'leader' } },
    },
  });
  const [from, into] = await Promise.all(
    ['poistuva', 'jaava'].map((slug, at) =>
      db.department.upsert({
        where: { municipalityId_slug: { municipalityId, slug } },
        create: { municipalityId, slug, order: 900 + at, kind: 'department', name: { fi: slug } },
        update: {},
      }),
    ),
  );
  return {
    ...samples,
    'users.id': user.id,
    'departments.id': from?.id ?? '',
    'sessions.id': crypto.randomUUID(),
    'identity-mappings.id': await newMapping(db, municipalityId),
    into: into?.id ?? '',
  };
}

/** Each delete needs one of its own. */
export async function newMapping(db: TestApp['db'], municipalityId: string): Promise<string> {
  const { id } = await db.identityMapping.create({
    data: { municipalityId, claim: 'groups', value: crypto.randomUUID(), role: 'leader' },
  });
  return id;
}
