import { hashOf } from '../platform/session.ts';
import type { TestApp } from './test-app.ts';
import { samples } from './samples.ts';

/** Values for every path, with rows of Kouvola's: a round that is open again for a department, and one of its assignments; a person, a mapping and a reopening made for it; two departments to merge. */
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
  const round = await db.round.findFirstOrThrow({ where: { municipalityId, slug: 'tilannekatsaus-2024' } });
  const department = await db.department.findFirstOrThrow({ where: { municipalityId, slug: 'nuorisopalvelut' } });
  const reopened = {
    municipalityId,
    roundId: round.id,
    departmentId: department.id,
    authorId: user.id,
    until: new Date('2100-01-01'),
    reason: 'Matriisi',
  };
  const reopening = await db.roundReopening.create({ data: { ...reopened, endedAt: new Date() } });
  // The round must take answers of this department, so that their bodies are checked.
  await db.roundReopening.updateMany({ where: { roundId: round.id, endedAt: null }, data: { endedAt: new Date() } });
  await db.roundReopening.create({ data: reopened });
  const assignment = await db.assignment.findFirstOrThrow({
    where: { departmentId: department.id, measure: { planId: round.planId } },
    orderBy: { id: 'asc' },
  });
  const plan = await db.plan.findFirstOrThrow({ where: { municipalityId, year: 2024 }, select: { id: true } });
  const finding = await db.finding.findFirstOrThrow({ where: { planId: plan.id }, orderBy: { order: 'asc' } });
  const where = { municipalityId };
  const indicator = await db.indicator.findFirstOrThrow({ where: { ...where, slug: 'vakiluku' } });
  const set = await db.indicatorSet.findFirstOrThrow({ where });
  return {
    ...samples,
    'findings.id': finding.id,
    'indicators.id': indicator.id,
    'indicator-sets.id': set.id,
    roundId: round.id,
    assignmentId: assignment.id,
    'reopenings.id': reopening.id,
    'users.id': user.id,
    'departments.id': from?.id ?? '',
    'sessions.id': crypto.randomUUID(),
    'identity-mappings.id': await newMapping(db, municipalityId),
    'displays.id': await newDisplay(db, municipalityId),
    'decisions.id': await newDecision(db, municipalityId),
    into: into?.id ?? '',
  };
}

/** Each delete needs its own row. */
export async function newMapping(db: TestApp['db'], municipalityId: string): Promise<string> {
  const { id } = await db.identityMapping.create({
    data: { municipalityId, claim: 'groups', value: crypto.randomUUID(), role: 'leader' },
  });
  return id;
}

export async function newDisplay(db: TestApp['db'], municipalityId: string): Promise<string> {
  const tokenHash = hashOf(crypto.randomUUID());
  const { id } = await db.display.create({ data: { municipalityId, room: `Huone ${crypto.randomUUID()}`, tokenHash } });
  return id;
}

export async function newDecision(db: TestApp['db'], municipalityId: string): Promise<string> {
  const plan = await db.plan.findFirstOrThrow({ where: { municipalityId }, orderBy: { year: 'asc' } });
  const author = await db.user.findFirstOrThrow();
  const { id } = await db.measureDecision.create({
    data: {
      municipalityId,
      planId: plan.id,
      measureCode: 'liikkuva-koulu',
      text: 'Päätös',
      decidedOn: new Date('2026-11-24'),
      meeting: 'Johtoryhmä',
      authorId: author.id,
    },
  });
  return id;
}
