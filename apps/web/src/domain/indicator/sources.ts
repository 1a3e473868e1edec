import type { Indicator, IndicatorValue } from '@vointi/shared/indicator/contract.ts';

export type Source = Pick<IndicatorValue, 'source' | 'licence'>;

/** Sources and licences of figures, each once; a figure may have its own. */
export function sourcesOf(
  values: readonly Source[],
  { source, licence }: Pick<Indicator, 'source' | 'licence'>,
): Source[] {
  const all = values.length === 0 ? [{ source, licence }] : values;
  const keyOf = (one: Source) => JSON.stringify([one.source, one.licence]);
  return [...new Map(all.map((one) => [keyOf(one), { source: one.source, licence: one.licence }])).values()];
}
