import * as z from 'zod';
import { ageGroups } from '../measure/progress.ts';
import { slug, textOf } from '../text/contract.ts';
import { areas, directions, indicatorKinds, sexes, trends } from './kind.ts';

const at = {
  period: z
    .string()
    .nullable()
    .meta({ description: 'Year, month or range of years; null when the source does not say.' }),
  ageGroup: z.enum(ageGroups).nullable(),
  sex: z.enum(sexes).nullable(),
  area: z.enum(areas),
  note: textOf(500).nullable(),
};

/** The value of an indicator, by its kind. `missing` is known to be missing: never a zero. */
export const IndicatorValue = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('number'), value: z.number(), ...at }),
  z.object({ kind: z.literal('yes_no'), value: z.boolean(), ...at }),
  z.object({ kind: z.literal('milestone'), value: z.string(), ...at }),
  z.object({ kind: z.literal('trend'), value: z.enum(trends), ...at }),
  z.object({ kind: z.literal('text'), value: textOf(500), ...at }),
  z.object({ kind: z.literal('missing'), ...at }),
]);
export type IndicatorValue = z.output<typeof IndicatorValue>;

export const Indicator = z.object({
  slug,
  name: textOf(200),
  kind: z.enum(indicatorKinds),
  unit: textOf(40).nullable(),
  decimals: z.int(),
  direction: z.enum(directions),
  set: z.object({ slug, name: textOf(200) }).nullable(),
  source: textOf(300).nullable(),
  /** Oldest first. */
  values: z.array(IndicatorValue),
  targets: z.array(z.object({ period: z.string(), value: z.number() })),
});
export type Indicator = z.output<typeof Indicator>;
