import type { Origin } from '../report/origin.ts';
import type { Progress } from './progress.ts';

/** What is counted of a light. Without a progress there is no light, and no origin. */
export type AgedLight = {
  progress: Progress | null;
  /** Null also where a snapshot of an earlier release does not tell it. */
  origin: Origin | null;
  isCarried: boolean;
  /** Only where the current round does not ask for it. */
  isAsked?: false | undefined;
};

/**
 * Lights by the round that they are of. `answered` counts every answer of the current round, late ones and "no change"
 * too; `answered + carried + never = asked`.
 */
export type Ages = {
  asked: number;
  answered: number;
  /** Without an answer in the current round, with a light of an earlier one. */
  carried: number;
  /** Without any light. */
  never: number;
  /** The part of `answered` that was loaded with a document; absent when there is none. */
  fromDocument?: number | undefined;
  /** The part of `answered` that somebody gave on a department's behalf; absent when there is none. */
  onBehalf?: number | undefined;
};

/** Whether a light is of an earlier round than the plan's current one. */
export const isCarried = (light: { progress: Progress | null; round: string | null }, current: string | null) =>
  light.progress !== null && light.round !== null && light.round !== current;

export type LightGroup = AgedLight & { count: number };

/** Ages of lights that were counted together before, as a database does. */
export function agesOfGroups(groups: readonly LightGroup[]): Ages {
  const ages = { asked: 0, answered: 0, carried: 0, never: 0 };
  const parts = { document: 0, on_behalf: 0, department: 0 };
  for (const { progress, origin, isCarried: isOld, isAsked, count } of groups) {
    if (isAsked === false) continue;
    const age = progress === null ? 'never' : isOld ? 'carried' : 'answered';
    ages.asked += count;
    ages[age] += count;
    if (age === 'answered' && origin) parts[origin] += count;
  }
  return {
    ...ages,
    ...(parts.document > 0 && { fromDocument: parts.document }),
    ...(parts.on_behalf > 0 && { onBehalf: parts.on_behalf }),
  };
}

export const agesOf = (lights: readonly AgedLight[]): Ages =>
  agesOfGroups(lights.map((light) => ({ ...light, count: 1 })));

type WithLights = { assignments: readonly AgedLight[] };

/** Ages of all lights of some measures. Null: the plan has had no round, so nothing was ever asked. */
export const agesOfMeasures = (measures: readonly WithLights[], round: unknown): Ages | null =>
  round === null ? null : agesOf(measures.flatMap(({ assignments }) => assignments));

export type CarriedPart = 'none' | 'some' | 'all';

/** How much of what a measure shows is from earlier rounds. Departments without a light are of no age. */
export function carriedPartOf(
  assignments: readonly { progress: Progress | null; isCarried?: boolean | undefined }[],
): CarriedPart {
  const lights = assignments.filter(({ progress }) => progress !== null);
  return partOf(lights.filter(({ isCarried: isOld }) => isOld).length, lights.length);
}

/** The same where only the ages are known. */
export const carriedPartOfAges = (ages: Ages | null): CarriedPart =>
  ages ? partOf(ages.carried, ages.carried + ages.answered) : 'none';

function partOf(carried: number, lights: number): CarriedPart {
  if (carried === 0) return 'none';
  return carried === lights ? 'all' : 'some';
}

/** Who gave all of these lights; `unknown`: a snapshot of an earlier release does not tell. Null without any light. */
export function originOfAll(lights: readonly AgedLight[]): Origin | 'unknown' | 'mixed' | null {
  const [first = null, ...others] = new Set(
    lights.flatMap(({ progress, origin }) => (progress === null ? [] : [origin ?? ('unknown' as const)])),
  );
  return others.length > 0 ? 'mixed' : first;
}
