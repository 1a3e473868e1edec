import type { IndicatorDetail } from '@vointi/shared/indicator/read-contract.ts';
import type { IndicatorValue } from '@vointi/shared/indicator/contract.ts';
import { roundTo } from '@vointi/shared/indicator/digits.ts';
import { fileWords } from './file-words.ts';
import type { Area } from '@vointi/shared/indicator/kind.ts';
import { comparePeriods } from '@vointi/shared/indicator/period.ts';
import type { Language, Text } from '@vointi/shared/text/text.ts';
import { textIn } from '@vointi/shared/text/text.ts';
import { AppError } from '../../platform/app-error.ts';
import type { Context, Reader } from '../../platform/context.ts';
import type { Bytes } from '../../platform/serve.ts';
import { areaName } from './area-name.ts';
import { getIndicator, type OneIndicator } from './get.ts';

type Exported = OneIndicator & { lang?: Language };
type Dimension = { label: string; category: { index: string[]; label: Record<string, string> } };

/** The indicator as a JSON-stat 2 dataset. @throws AppError not_found where its values are no numbers */
export async function exportJsonStat(
  context: Context,
  { lang = 'fi', ...one }: Exported,
  reader: Reader,
): Promise<Bytes> {
  const indicator = await getIndicator(context, one, reader);
  if (indicator.kind !== 'number') throw new AppError('not_found');
  const file = JSON.stringify(jsonStatOf(indicator, lang));
  return async (_request, reply) =>
    reply
      .type('application/json; charset=utf-8')
      .header('content-disposition', `attachment; filename="vointi-${one.slug}-${indicator.slug}.json"`)
      .send(file);
}

/** What everybody and both are called in a dimension. */
const all = 'all';
const unknown = 'unknown';
const statuses = { missing: '.', suppressed: '...' };

const dimensionOf = (label: string, ids: readonly string[], nameOf: (id: string) => string): Dimension => ({
  label,
  category: { index: [...ids], label: Object.fromEntries(ids.map((id) => [id, nameOf(id)])) },
});

const unique = <V>(items: readonly V[]): V[] => [...new Set(items)];

/** A dataset is a whole box: what the indicator has no value for is null, without a status. */
export function jsonStatOf(indicator: IndicatorDetail, lang: Language): object {
  const { values, decimals, plan } = indicator;
  const words = fileWords[lang];
  const say = (text: Text | null) => (text === null ? '' : textIn(text, lang).text);
  const keyOf = ({ period, ageGroup, sex, area }: IndicatorValue) => [
    period ?? unknown,
    ageGroup ?? all,
    sex ?? all,
    area,
  ];
  const ids = [0, 1, 2, 3].map((at) => unique(values.map((value) => keyOf(value)[at] ?? '')));
  const [periods = [], ageGroups = [], sexes = [], areas = []] = ids;
  periods.sort(comparePeriods);
  const sizes = [periods, ageGroups, sexes, areas].map(({ length }) => length);
  const [, ofAges = 1, ofSexes = 1, ofAreas = 1] = sizes;
  const placeOf = (value: IndicatorValue) => {
    const [period = '', ageGroup = '', sex = '', area = ''] = keyOf(value);
    const [p, a, s, r] = [
      periods.indexOf(period),
      ageGroups.indexOf(ageGroup),
      sexes.indexOf(sex),
      areas.indexOf(area),
    ];
    return ((p * ofAges + a) * ofSexes + s) * ofAreas + r;
  };
  const cells = Array.from<number | null>({ length: sizes.reduce((product, size) => product * size, 1) }).fill(null);
  const status: Record<string, string> = {};
  for (const value of values) {
    const place = placeOf(value);
    if (value.kind === 'number') cells[place] = roundTo(value.value, decimals);
    else if (value.kind === 'missing' || value.kind === 'suppressed') status[place] = statuses[value.kind];
  }
  const nameIn = (named: Record<string, string>, everybody: string) => (id: string) => named[id] ?? everybody;
  const regionOf = (id: string) => {
    const name = areaName(id as Area, indicator, plan.municipality);
    return name === null ? words.area[id as Area] : say(name);
  };
  const sources = unique(values.map(({ source }) => say(source)).filter((source) => source !== ''));
  return {
    version: '2.0',
    class: 'dataset',
    label: say(indicator.name),
    source: sources.join('; ') || say(indicator.source),
    ...(indicator.sourceUrl && { href: indicator.sourceUrl }),
    id: ['period', 'ageGroup', 'sex', 'area'],
    size: sizes,
    role: { time: ['period'], geo: ['area'] },
    dimension: {
      period: dimensionOf(words.column.period, periods, (id) => (id === unknown ? '?' : id)),
      ageGroup: dimensionOf(words.column.ageGroup, ageGroups, nameIn(words.ageGroup, words.everybody)),
      sex: dimensionOf(words.column.sex, sexes, nameIn(words.sex, words.everybody)),
      area: dimensionOf(words.column.area, areas, regionOf),
    },
    value: cells,
    ...(Object.keys(status).length > 0 && { status }),
    extension: {
      indicator: indicator.slug,
      unit: say(indicator.unit),
      decimals,
      direction: indicator.direction,
      definition: say(indicator.definition),
      // JSON-stat has one source for all; each value's own is here, in the order of the values.
      values: values.map((value) => ({
        place: placeOf(value),
        source: say(value.source),
        sourceId: value.sourceId,
        licence: value.licence,
        isUncertain: value.isUncertain,
        note: say(value.note),
      })),
      breaks: indicator.breaks.map(({ period, note }) => ({ period, note: say(note) })),
      targets: indicator.targets,
    },
  };
}
