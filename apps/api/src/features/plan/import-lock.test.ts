import { setTimeout as sleep } from 'node:timers/promises';
import { goodFile } from '@vointi/shared/plan/testing/good-file.ts';
import { expect, it } from 'vitest';
import { lockMunicipality } from '../../platform/lock-municipality.ts';
import { checked, useDatabase } from '../../testing/plan-contents.ts';
import { importPlan } from './import.ts';

const used = useDatabase();
const dates = { opensAt: '2026-09-01T00:00:00+03:00', closesAt: '2126-10-01T00:00:00+03:00' };
const text = { fi: 'Syksy' };

async function waitsForLock(): Promise<boolean> {
  const [waiting] = await used.db.$queryRaw<{ count: bigint }[]>`
    select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
  return waiting !== undefined && waiting.count > 0n;
}

it('a load waits for a round that opens, and sees it', async () => {
  const plan = checked(goodFile());
  const closed = plan.rounds.map((round) => ({ ...round, ...dates, state: 'closed' as const }));
  const stored = { ...plan, rounds: closed };
  await importPlan(used.db, stored);
  const { id: planId, municipalityId } = await used.db.plan.findFirstOrThrow();
  const inFile = { slug: 'tiedoston', name: text, periodAssessed: text, ...dates, state: 'open' as const };
  const opened = { slug: 'tuotteen', name: text, periodAssessed: text, state: 'open' as const };

  const load = await used.db.$transaction(async (tx) => {
    await lockMunicipality(tx, municipalityId);
    await tx.round.create({
      data: {
        municipalityId,
        planId,
        order: closed.length,
        ...opened,
        opensAt: dates.opensAt,
        closesAt: dates.closesAt,
      },
    });
    const running = { isOver: false };
    const result = importPlan(used.db, { ...stored, rounds: [...closed, inFile] }, { isUpdate: true });
    const settled = result.then(
      () => (running.isOver = true),
      () => (running.isOver = true),
    );
    while (!running.isOver && !(await waitsForLock())) await Promise.race([settled, sleep(10)]);
    return { result };
  });

  expect(await load.result).toMatchObject({
    problems: [{ path: `rounds[${closed.length}].state`, reason: { code: 'round_open_already', round: 'tuotteen' } }],
  });
  expect(await used.db.round.count({ where: { slug: 'tiedoston' } })).toBe(0);
});
