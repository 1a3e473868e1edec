const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  return (
    ((sorted[Math.floor((sorted.length - 1) / 2)] ?? NaN) + (sorted[Math.ceil((sorted.length - 1) / 2)] ?? NaN)) / 2
  );
};

/** Runs every subject once in each round, so that a slow moment of the machine falls on all; medians of the rounds. */
export async function interleaved<K extends string>(
  rounds: number,
  subjects: Record<K, () => Promise<number>>,
): Promise<Record<K, number>> {
  const names = Object.keys(subjects) as K[];
  const samples = new Map<K, number[]>(names.map((name) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    // The order rotates, because a subject that follows a heavy one is slowed.
    const first = round % names.length;
    for (const name of [...names.slice(first), ...names.slice(0, first)]) {
      samples.get(name)?.push(await subjects[name]());
    }
  }
  return Object.fromEntries(names.map((name) => [name, median(samples.get(name) ?? [])])) as Record<K, number>;
}

export async function wallMs(work: () => Promise<unknown>): Promise<number> {
  const before = performance.now();
  await work();
  return performance.now() - before;
}

type Row = { what: string; value: number; goal?: number; unit?: string; control?: number; note?: string };

/** A figure with its goal. It is void when two identical subjects differ: the machine was busy. */
export function print({ what, value, goal, unit = '', control, note = '' }: Row): void {
  const isVoid = control !== undefined && !(control >= 0.9 && control <= 1.1);
  const verdict = isVoid ? 'void' : goal === undefined ? 'for information' : value <= goal ? 'met' : 'MISSED';
  const aim = goal === undefined ? 'no goal' : `goal ≤ ${goal}${unit}`;
  const beside = control === undefined ? '' : `  control ${control.toFixed(2)}`;
  console.log(`${what}: ${value.toFixed(2)}${unit}  (${aim}: ${verdict})${beside}${note && `  ${note}`}`);
}

export const printNotRun = (what: string, why: string): void => console.log(`${what}: NOT RUN (${why})`);
