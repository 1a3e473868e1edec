import { afterAll, beforeAll, expect, it } from 'vitest';
import { PlanFile } from '@vointi/shared/plan/interchange.ts';
import type { ManagedRound } from '@vointi/shared/round/manage-contract.ts';
import { startTestApp, type TestApp } from '../../testing/test-app.ts';
import { exportPlan } from '../plan/public.ts';
import { importPlan } from '../plan/public.ts';
import { signInCoordinator, addAnswers, today, waitingJobs } from './testing.ts';

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp({ now: () => today });
});
afterAll(() => test.close());

it('exports and imports a plan with closed, open and planned rounds without a change, and without drafts', async () => {
  const by = await signInCoordinator(test);
  const made = async (name: string) => (await by.create({ name: { fi: name } })).json<ManagedRound>();
  const first = (await by.open(await made('Ensimmäinen'))).json<ManagedRound>();
  await addAnswers(test, first.id, { take: 40, note: 'Etenee' });
  await addAnswers(test, first.id, { take: 9, skip: 40, confirmed: true, progress: 'done' });
  const closed = (await by.close(first)).json<ManagedRound>();
  const decision = { date: '2027-03-29', section: '§ 31' };
  await by.update(closed.id, { version: closed.version, decision });
  const open = (await by.open(await made('Toinen'))).json<ManagedRound>();
  const [answered] = await addAnswers(test, open.id, { take: 3 });
  const planned = await made('Kolmas');
  const { municipalityId } = await test.db.round.findUniqueOrThrow({ where: { id: open.id } });
  await test.db.reportDraft.create({
    data: {
      municipalityId,
      roundId: open.id,
      assignmentId: answered?.id ?? '',
      authorId: by.who.userId,
      note: 'Kesken jäänyt lause',
      figures: { jokin: '2 05' },
    },
  });

  const file = await exportPlan(test.db, 'kouvola', 2024);
  expect(JSON.stringify(file)).not.toContain('Kesken jäänyt');
  expect(file?.rounds?.map(({ slug, state }) => [slug, state])).toEqual([
    ['tilannekatsaus-2024', 'closed'],
    ['ensimmainen', 'closed'],
    ['toinen', 'open'],
    ['kolmas', 'planned'],
  ]);
  const { code: _code, ...municipality } = PlanFile.parse(file).municipality;
  const moved = PlanFile.parse({ ...file, municipality: { ...municipality, slug: 'uusi-kouvola' } });
  const result = await importPlan(test.db, moved);
  expect(result).toHaveProperty('planId');
  const again = await exportPlan(test.db, 'uusi-kouvola', 2024);
  expect({ ...again, municipality: null }).toEqual({ ...file, municipality: null });

  // The import creates what the file lacks: snapshots of closed rounds, jobs of the others.
  const rounds = await test.db.round.findMany({
    where: { plan: { municipality: { slug: 'uusi-kouvola' } } },
    orderBy: { order: 'asc' },
    include: { snapshots: true },
  });
  expect(rounds.map(({ snapshots }) => snapshots.length)).toEqual([1, 1, 0, 0]);
  const counts = rounds[1]?.snapshots[0]?.rows as { counts: object } | undefined;
  expect(counts?.counts).toEqual(closed.counts);
  const jobs = await waitingJobs(test);
  expect([`remind:${rounds[2]?.id}`, `open:${rounds[3]?.id}`].every((key) => key in jobs)).toBe(true);
  expect(planned.state).toBe('planned');
});
