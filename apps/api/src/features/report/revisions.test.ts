import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Progress, progresses } from '@vointi/shared/measure/progress.ts';
import type { ReportedRow } from '@vointi/shared/report/write-contract.ts';
import { assignmentsOf, openRound, type OpenedRound } from '../../testing/open-round.ts';
import { signIn, type SignedIn } from '../../testing/sign-in.ts';
import { startTestApp, type TestApp } from '../../testing/test-app.ts';
import { answerOf, confirmationOf, reporting, revisionsOf } from './testing.ts';

let test: TestApp;
let round: OpenedRound;
let people: SignedIn[];
let key: { roundId: string; assignmentId: string };
let indicator: { id: string; slug: string };
beforeAll(async () => {
  test = await startTestApp();
  round = await openRound(test);
  const [first] = await assignmentsOf(test, round, 'nuorisopalvelut');
  key = { roundId: round.roundId, assignmentId: first?.id ?? '' };
  const { municipalityId } = round;
  indicator = await test.db.indicator.findFirstOrThrow({ where: { municipalityId, kind: 'number' } });
  await test.db.measureIndicator.createMany({
    data: [{ municipalityId, measureId: first?.measureId ?? '', indicatorId: indicator.id, order: 90 }],
    skipDuplicates: true,
  });
  const reporter = { role: 'reporter', department: 'nuorisopalvelut' } as const;
  people = [await signIn(test, reporter), await signIn(test, reporter), await signIn(test, { role: 'coordinator' })];
});
afterAll(() => test.close());

type Step = {
  who: number;
  kind: 'answer' | 'confirm';
  progress: Progress;
  note: string;
  figure: number | null;
  lag: number;
};
const step: fc.Arbitrary<Step> = fc.record({
  who: fc.nat(2),
  kind: fc.constantFrom('answer', 'answer', 'confirm'),
  progress: fc.constantFrom(...progresses),
  note: fc.constantFrom('yksi', 'kaksi', 'kolme'),
  figure: fc.option(fc.nat(3)),
  /** How many versions the writer is behind. */
  lag: fc.constantFrom(0, 0, 0, 1),
});

const stored = async () => {
  const report = await test.db.report.findFirst({ where: key });
  const value = await test.db.indicatorValue.findFirst({
    where: { indicatorId: indicator.id, period: '2024', ageGroup: null, sex: null },
  });
  return { report, value: value ? Number(value.number) : null, valueVersion: value?.version ?? 0 };
};

const contentOf = (row: {
  version: number;
  progress: unknown;
  note: unknown;
  evidence: unknown;
  confirmed: boolean;
  onBehalfOf: unknown;
  authorId: unknown;
}) => {
  const { version, progress, note, evidence, confirmed, onBehalfOf, authorId } = row;
  return { version, progress, note, evidence, confirmed, onBehalfOf, authorId };
};

async function take({ who, kind, progress, note, figure, lag }: Step): Promise<number> {
  const { report, valueVersion } = await stored();
  const version = Math.max(0, (report?.version ?? 0) - lag);
  const onBehalfOf = who === 2 ? 'Nuorisopäällikkö' : null;
  const figures =
    figure === null ? [] : [{ indicator: indicator.slug, version: valueVersion, kind: 'number', value: figure }];
  const { submit } = reporting(test, people[who]!, key);
  const answer = await submit(
    kind === 'confirm'
      ? confirmationOf(version, onBehalfOf)
      : answerOf(version, note, { progress, evidence: { fi: 'Kirjattu' }, figures, onBehalfOf }),
  );
  if (answer.statusCode === 200) expect(answer.json<ReportedRow>().report).not.toBeNull();
  return answer.statusCode;
}

it('stores every answer that was current, with its figures', { timeout: 120_000 }, async () => {
  const codes = new Set<number>();
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
      await test.db.report.deleteMany({ where: key });
      await test.db.indicatorValue.deleteMany({ where: { indicatorId: indicator.id, period: '2024' } });
      const expected: { report: unknown; value: number | null }[] = [];
      for (const one of steps) {
        const before = await stored();
        codes.add(await take(one));
        const now = await stored();
        // A step that is refused, or that repeats the stored answer, writes nothing.
        if (now.report?.version === before.report?.version) expect(now).toEqual(before);
        else expected.push({ report: now.report && contentOf(now.report), value: now.value });
      }
      const revisions = await revisionsOf(test, key);
      let value: number | null = null;
      const rebuilt = revisions.map(({ figures, ...revision }) => {
        for (const figure of figures as { indicator: string; value: number }[]) value = figure.value;
        return { report: contentOf(revision), value };
      });
      expect(rebuilt).toEqual(expected);
    }),
    { numRuns: 25 },
  );
  expect([...codes].toSorted()).toEqual(expect.arrayContaining([200, 409]));
});
