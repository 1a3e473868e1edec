import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { hiddenIn } from './hidden-counts.ts';
import { type Count, isSmallCount } from './count-cells.ts';

const ages = ['children_youth', 'working_age', 'older_people'] as const;
const sexes = ['female', 'male'] as const;
const areas = ['municipality', 'region'] as const;
const parts = ['2023-01', '2023-02', '2023-03', '2022'] as const;
const times: Record<string, readonly string[]> = {
  ...Object.fromEntries(parts.map((part) => [part, [part]])),
  '2023-01/2023-02': ['2023-01', '2023-02'],
  '2023-01/2023-03': ['2023-01', '2023-02', '2023-03'],
  '2022-01/2023-03': parts,
};

/** The elementary cells, and every cell that can be published of them. */
const atoms = areas.flatMap((area) =>
  parts.flatMap((time) => ages.flatMap((age) => sexes.map((sex) => ({ area, time, age, sex })))),
);
const places = areas.flatMap((area) =>
  Object.keys(times).flatMap((period) =>
    [null, ...ages].flatMap((ageGroup) => [null, ...sexes].map((sex) => ({ area, period, ageGroup, sex }))),
  ),
);
type CellKey = (typeof places)[number];
const isIn = ({ area, period, ageGroup, sex }: CellKey) =>
  atoms.map((atom) =>
    Number(
      (area === 'region' || atom.area === area) &&
        (times[period] ?? []).includes(atom.time) &&
        (ageGroup === null || atom.age === ageGroup) &&
        (sex === null || atom.sex === sex),
    ),
  );
const vectors = places.map(isIn);

/** Whole numbers modulo a prime: an elimination without rounding, independent of the code under test. */
const prime = 1_000_003;
const modulo = (value: number) => ((value % prime) + prime) % prime;
function inverse(value: number): number {
  let [result, base, left] = [1, value, prime - 2];
  for (; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) result = modulo(result * base);
    base = modulo(base * base);
  }
  return result;
}
function attacker(known: readonly (readonly number[])[]) {
  const rows: { pivot: number; row: number[] }[] = [];
  const reduced = (vector: readonly number[]) =>
    rows.reduce((left, { pivot, row }) => {
      const times = left[pivot] ?? 0;
      return times === 0 ? left : left.map((one, at) => modulo(one - times * (row[at] ?? 0)));
    }, vector.map(modulo));
  for (const vector of known) {
    const left = reduced(vector);
    const pivot = left.findIndex((one) => one !== 0);
    if (pivot < 0) continue;
    const by = inverse(left[pivot] ?? 1);
    rows.push({ pivot, row: left.map((one) => modulo(one * by)) });
  }
  return (wanted: readonly number[]) => reduced(wanted).every((one) => one === 0);
}

/** Which totals are published, and the number of people in each elementary cell. */
const chosen = fc.record({
  numbers: fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 60 })), {
    minLength: atoms.length,
    maxLength: atoms.length,
  }),
  hasArea: fc.subarray([...areas], { minLength: 1 }),
  periods: fc.subarray(Object.keys(times), { minLength: 1, maxLength: 4 }),
  grid: fc.subarray(
    [null, ...ages].flatMap((ageGroup) => [null, ...sexes].map((sex) => `${ageGroup} ${sex}`)),
    { minLength: 1 },
  ),
  // The normal budget, or one so small that the longer periods are hidden instead.
  steps: fc.constantFrom(undefined, 3000, 200),
  holes: fc.array(fc.integer({ min: 0, max: 9 }), { minLength: places.length, maxLength: places.length }),
});

it('reveals no count of one to four to an outsider who adds and subtracts published counts', () => {
  fc.assert(
    fc.property(chosen, ({ numbers, hasArea, periods, grid, holes, steps }) => {
      const valueOf = (at: number) =>
        (vectors[at] ?? []).reduce((sum, one, atom) => sum + one * (numbers[atom] ?? 0), 0);
      const published = places.flatMap((place, at) => {
        const isThere =
          periods.includes(place.period) &&
          hasArea.includes(place.area) &&
          grid.includes(`${place.ageGroup} ${place.sex}`);
        return isThere && holes[at] !== 0 ? [at] : [];
      });
      const counts = published.map((at): Count => ({ ...(places[at] as CellKey), value: valueOf(at) }));
      const isHidden = hiddenIn(counts, steps);
      const shown = published.filter((_, index) => !isHidden(counts[index] as Count));
      for (const at of shown) expect(isSmallCount(valueOf(at))).toBe(false);
      // An outsider knows that every part of a shown zero is zero.
      const isNobody = atoms.map((_, atom) => shown.some((at) => valueOf(at) === 0 && vectors[at]?.[atom] === 1));
      const known = atoms.flatMap((_, atom) => (isNobody[atom] ? [atoms.map((_one, at) => Number(at === atom))] : []));
      const finds = attacker([...known, ...shown.map((at) => vectors[at] ?? [])]);
      const found = places.filter((_, at) => isSmallCount(valueOf(at)) && finds(vectors[at] ?? []));
      expect(found).toEqual([]);
    }),
    { numRuns: 150 },
  );
}, 60_000);

/** A whole table of one year: everything is published. */
const whole = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 6, maxLength: 6 }).map((numbers) => {
  const lines = [null, ...ages].flatMap((ageGroup) => [null, ...sexes].map((sex) => ({ ageGroup, sex })));
  return lines.map(({ ageGroup, sex }): Count => {
    const own = numbers.filter(
      (_, at) => (ageGroup === null || ages[at >> 1] === ageGroup) && (sex === null || sexes[at % 2] === sex),
    );
    return { period: '2023', area: 'municipality', ageGroup, sex, value: own.reduce((sum, one) => sum + one, 0) };
  });
});
const sumsOfWhole = [
  ...[0, 1, 2].map((sex) => [sex, 3 + sex, 6 + sex, 9 + sex]),
  ...[0, 3, 6, 9].map((age) => [age, age + 1, age + 2]),
  [0, 4, 5, 7, 8, 10, 11],
];

it('leaves more than one possible value for each hidden count of a whole table', () => {
  fc.assert(
    fc.property(whole, (counts) => {
      const isHidden = hiddenIn(counts);
      const least = counts.map((count) => (isHidden(count) ? 0 : count.value));
      const most = counts.map((count) => (isHidden(count) ? Number.POSITIVE_INFINITY : count.value));
      const of = (list: readonly number[], at: number) => list[at] ?? 0;
      const all = (list: readonly number[], places: readonly number[]) =>
        places.reduce((sum, at) => sum + of(list, at), 0);
      for (let round = 0; round < 20; round += 1) {
        for (const [total = 0, ...places] of sumsOfWhole) {
          least[total] = Math.max(of(least, total), all(least, places));
          most[total] = Math.min(of(most, total), all(most, places));
          for (const at of places) {
            const others = places.filter((other) => other !== at);
            least[at] = Math.max(of(least, at), of(least, total) - all(most, others));
            most[at] = Math.min(of(most, at), of(most, total) - all(least, others));
          }
        }
      }
      const found = counts.filter(
        (count, at) => isHidden(count) && isSmallCount(count.value) && least[at] === most[at],
      );
      expect(found).toEqual([]);
    }),
    { numRuns: 300 },
  );
}, 60_000);

it('hides nothing where no count is small', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 5, max: 99 }), { minLength: 6, maxLength: 6 }), (numbers) => {
      const counts = numbers.map((value, at): Count => ({
        period: '2023',
        area: 'municipality',
        ageGroup: ages[at >> 1] ?? null,
        sex: sexes[at % 2] ?? null,
        value,
      }));
      const total = {
        ...(counts[0] as Count),
        ageGroup: null,
        sex: null,
        value: numbers.reduce((sum, one) => sum + one, 0),
      };
      expect([total, ...counts].filter(hiddenIn([total, ...counts]))).toEqual([]);
    }),
  );
});
