import type { IndicatorKind } from '../indicator/kind.ts';
import { pathText, type Path, type Problems } from './check-problems.ts';
import type { Partly } from './check-schema.ts';
import { checkDay, checkRange, once } from './check-values.ts';
import type { PlanFile } from './interchange.ts';

type Indicator = Partly<PlanFile['indicators'][number]>;
type Value = Partly<PlanFile['indicators'][number]['values'][number]>;
type Target = Partly<PlanFile['indicators'][number]['targets'][number]>;

const valueKeys = { number: 'number', yes_no: 'yesNo', milestone: 'milestone', trend: 'trend', text: 'text' } as const;

function checkValue(value: Value, kind: IndicatorKind, path: Path, problems: Problems): void {
  const keys = [...Object.values(valueKeys), 'missing' as const].filter((key) => value[key] !== undefined);
  const expected = valueKeys[kind];
  const [key] = keys;
  if (keys.length > 1) problems.add(path, { code: 'several_values', keys });
  else if (key === undefined) problems.add(path, { code: 'value_absent', expected });
  else if (key !== expected && key !== 'missing') {
    problems.add([...path, key], { code: 'wrong_value_key', key, kind, expected });
  }
}

/** Checks that a target is a number, or the date of a milestone. */
function checkTarget(target: Target, kind: IndicatorKind, path: Path, problems: Problems): void {
  const keys = (['number', 'milestone'] as const).filter((key) => target[key] !== undefined);
  const expected = kind === 'milestone' ? 'milestone' : 'number';
  const [key] = keys;
  if (keys.length > 1) problems.add(path, { code: 'several_values', keys });
  else if (key === undefined) problems.add(path, { code: 'value_absent', expected });
  else if (key !== expected) problems.add([...path, key], { code: 'wrong_value_key', key, kind, expected });
}

/** Rejects more than six decimals: the database would round them. */
function checkDecimals(number: number | undefined, path: Path, problems: Problems): void {
  if (number !== undefined && Number(number.toFixed(6)) !== number) {
    problems.add(path, { code: 'too_many_decimals', max: 6 });
  }
}

export function checkIndicator(indicator: Indicator, path: Path, problems: Problems): void {
  const { kind, values, targets, breaks } = indicator;
  values?.forEach((value, index) => {
    const here = [...path, 'values', index];
    if (!value) return;
    // The schema has removed the invalid parts, so a check of the rest would report wrong problems.
    if (kind && !problems.within(here)) checkValue(value, kind, here, problems);
    checkDecimals(value.number, [...here, 'number'], problems);
    checkDay(value.milestone, [...here, 'milestone'], problems);
    checkRange(value.period, [...here, 'period'], problems);
  });
  once(
    values,
    (value) =>
      value?.period === undefined
        ? undefined
        : JSON.stringify([value.period, value.ageGroup, value.sex, value.area ?? 'municipality']),
    (first, index) =>
      problems.add([...path, 'values', index], { code: 'value_twice', first: pathText([...path, 'values', first]) }),
  );
  const hasTargets = kind === 'number' || kind === 'milestone';
  targets?.forEach((target, index) => {
    const here = [...path, 'targets', index];
    if (!target) return;
    if (kind && hasTargets && !problems.within(here)) checkTarget(target, kind, here, problems);
    checkDecimals(target.number, [...here, 'number'], problems);
    checkDay(target.milestone, [...here, 'milestone'], problems);
    checkRange(target.period, [...here, 'period'], problems);
  });
  if (kind && !hasTargets && targets?.length) problems.add([...path, 'targets'], { code: 'target_not_possible', kind });
  breaks?.forEach((one, index) => checkRange(one?.period, [...path, 'breaks', index, 'period'], problems));
  for (const [key, list] of [['targets', targets] as const, ['breaks', breaks] as const]) {
    once<{ period?: string | undefined } | undefined>(
      list,
      (item) => item?.period,
      (first, index) =>
        problems.add([...path, key, index], { code: 'period_twice', first: pathText([...path, key, first]) }),
    );
  }
}
