import { afterAll, beforeAll, expect, it } from 'vitest';
import { displayApi, type OwnDisplay } from '@vointi/shared/display/contract.ts';
import type { Command, Presenter } from '@vointi/shared/display/presenter.ts';
import type { Problem } from '@vointi/shared/http/problem.ts';
import { ask } from '../../testing/ask.ts';
import { askAs, pairScreen } from '../../testing/pair-screen.ts';
import { type SignedIn, signIn } from '../../testing/sign-in.ts';
import { expectProblem, startTestApp, type TestApp } from '../../testing/test-app.ts';

let test: TestApp;
let leader: SignedIn;
let room: Awaited<ReturnType<typeof pairScreen>>;
let clock = Date.parse('2026-11-24T08:00:00Z');
const now = () => new Date(clock);
beforeAll(async () => {
  test = await startTestApp({ now });
  leader = await signIn(test, { role: 'leader', at: now() });
  room = await pairScreen(test, await signIn(test, { role: 'admin', at: now() }));
});
afterAll(() => test.close());

const send = (command: Command, who = leader) =>
  ask(test, who, displayApi.command, { params: { slug: 'kouvola', id: room.display.id }, body: command });
const own = async () => (await askAs(test, room, 'GET', '/api/v1/display')).json<OwnDisplay>();

it('gives the screen a leader’s commands: pause, next, pin a goal and open a measure', async () => {
  await send({ do: 'pause' });
  await send({ do: 'next' });
  await send({ do: 'pin', scene: 'goals', goal: 'osallisuus' });
  const last = await send({ do: 'open', measure: 'liikkuva-koulu' });
  const expected: Presenter = {
    sequence: 4,
    isPaused: true,
    steps: 1,
    pinned: { scene: 'goals', goal: 'osallisuus' },
    measure: 'liikkuva-koulu',
    at: now().toISOString(),
  };
  expect(last.json()).toEqual(expected);
  expect(await own()).toMatchObject({ presenter: expected, version: 1 });
});

it('refuses goals and measures that the screen’s plan lacks, and leaves the screen as it was', async () => {
  const before = (await own()).presenter;
  const reasonOf = async (command: Command) =>
    (await send(command)).json<Problem>().details?.map(({ path, reason }) => [path, reason]);
  expect(await reasonOf({ do: 'open', measure: 'not-there' })).toEqual([['body.measure', 'measure_unknown']]);
  expect(await reasonOf({ do: 'pin', scene: 'goals', goal: 'not-there' })).toEqual([['body.goal', 'goal_unknown']]);
  expect((await own()).presenter).toEqual(before);
});

it('loses no step of two phones at once', async () => {
  const { steps, sequence } = (await own()).presenter;
  const answers = await Promise.all(Array.from({ length: 12 }, () => send({ do: 'next' })));
  expect(answers.map(({ statusCode }) => statusCode)).toEqual(Array(12).fill(200));
  expect((await own()).presenter).toMatchObject({ steps: steps + 12, sequence: sequence + 12 });
});

it('resumes the screen three hours after the last command', async () => {
  await send({ do: 'pause' });
  await send({ do: 'open', measure: 'liikkuva-koulu' });
  const { sequence } = (await own()).presenter;
  clock += 3 * 3_600_000;
  expect((await own()).presenter).toMatchObject({ isPaused: true, measure: 'liikkuva-koulu' });
  clock += 1;
  expect((await own()).presenter).toMatchObject({ sequence, isPaused: false, measure: null, pinned: null });
});

it('writes to the audit log who began to lead, once for each meeting, and tells nobody else', async () => {
  const entries = () =>
    test.db.auditEntry.findMany({
      where: { action: 'display.present', subject: `display:${room.display.id}` },
      orderBy: { sequence: 'asc' },
      select: { actorId: true },
    });
  clock += 4 * 3_600_000;
  const [one, two] = [
    await signIn(test, { role: 'leader', at: now() }),
    await signIn(test, { role: 'coordinator', at: now() }),
  ];
  const before = await entries();
  for (const who of [one, two, one, two]) expect((await send({ do: 'next' }, who)).statusCode).toBe(200);
  expect((await entries()).slice(before.length)).toEqual([{ actorId: one.userId }, { actorId: two.userId }]);
  clock += 3 * 3_600_000 + 1;
  const later = await signIn(test, { role: 'leader', at: now() });
  const answer = await send({ do: 'next' }, later);
  expect((await entries()).slice(before.length + 2)).toEqual([{ actorId: later.userId }]);
  for (const body of [answer.body, JSON.stringify(await own())]) {
    expect(body).not.toContain('leaders');
    expect(body).not.toContain(one.userId);
  }
});

it('refuses commands for a revoked screen', async () => {
  const admin = await signIn(test, { role: 'admin', at: now() });
  await ask(test, admin, displayApi.delete, { params: { slug: 'kouvola', id: room.display.id } });
  const who = await signIn(test, { role: 'leader', at: now() });
  expectProblem(await send({ do: 'next' }, who), 'not_found');
});
