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
  const asked = groups.filter(({ isAsked }) => isAsked !== false);
  const sum = (of: (light: LightGroup) => boolean) =>
    asked.reduce((total, light) => total + (of(light) ? light.count : 0), 0);
  const isAnswer = ({ progress, isCarried: isOld }: LightGroup) => progress !== null && !isOld;
  const fromDocument = sum((light) => isAnswer(light) && light.origin === 'document');
  const onBehalf = sum((light) => isAnswer(light) && light.origin === 'on_behalf');
  return {
    asked: sum(() => true),
    answered: sum(isAnswer),
    carried: sum((light) => light.progress !== null && light.isCarried),
    never: sum(({ progress }) => progress === null),
    ...(fromDocument > 0 && { fromDocument }),
    ...(onBehalf > 0 && { onBehalf }),
  };
}

export const agesOf = (lights: readonly AgedLight[]): Ages =>
  agesOfGroups(lights.map((light) => ({ ...light, count: 1 })));

type WithLights = { assignments: readonly AgedLight[] };

/** Ages of all lights of some measures. Null: the plan has had no round, so nothing was ever asked. */
export const agesOfMeasures = (measures: readonly WithLights[], round: unknown): Ages | null =>
  round === null ? null : agesOf(measures.flatMap(({ assignments }) => assignments));

/** How much of what a measure shows is from earlier rounds. Departments without a light are of no age. */
export function carriedPartOf(assignments: readonly AgedLight[]): 'none' | 'some' | 'all' {
  const lights = assignments.filter(({ progress }) => progress !== null);
  const carried = lights.filter((light) => light.isCarried);
  if (carried.length === 0) return 'none';
  return carried.length === lights.length ? 'all' : 'some';
}

/** Whether the departments gave each of these lights themselves; without any light there is nothing to say so of. */
export function isAllByDepartments(lights: readonly AgedLight[]): boolean {
  const given = lights.filter(({ progress }) => progress !== null);
  return given.length > 0 && given.every(({ origin }) => origin === 'department');
}
