import type { IndicatorDetail } from '@vointi/shared/indicator/read-contract.ts';
import type { IndicatorValue } from '@vointi/shared/indicator/contract.ts';
import { roundTo } from '@vointi/shared/indicator/digits.ts';
import { fileTexts } from './file-texts.ts';
import type { Area } from '@vointi/shared/indicator/kind.ts';
import { comparePeriods } from '@vointi/shared/indicator/period.ts';
import type { Language, Text } from '@vointi/shared/text/text.ts';
import { textIn } from '@vointi/shared/text/text.ts';
import { AppError } from '../../platform/app-error.ts';
import type { Context, Reader } from '../../platform/context.ts';
import type { Bytes } from '../../platform/serve.ts';
import { areaName } from './area-name.ts';
import { getIndicator, type OneIndicator } from './get.ts';

type ExportRequest = OneIndicator & { lang?: Language };
type Dimension = { label: string; category: { index: string[]; label: Record<string, string> } };

/** The indicator as a JSON-stat 2 dataset. @throws AppError not_found when its values are not numbers */
export async function exportJsonStat(
  context: Context,
  { lang = 'fi', ...one }: ExportRequest,
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

/** Category of all ages and of both sexes. */
const all = 'all';
const unknown = 'unknown';
const statuses = { missing: '.', suppressed: '...' };

const dimensionOf = (label: string, ids: readonly string[], nameOf: (id: string) => string): Dimension => ({
  label,
  category: { index: [...ids], label: Object.fromEntries(ids.map((id) => [id, nameOf(id)])) },
});

const unique = <V>(items: readonly V[]): V[] => [...new Set(items)];

/** A dataset has a cell for every combination; one without a value is null and has no status. */
export function jsonStatOf(indicator: IndicatorDetail, lang: Language): object {
  const { values, decimals, plan } = indicator;
  const texts = fileTexts[lang];
  const localize = (text: Text | null) => (text === null ? '' : textIn(text, lang).text);
  const keyOf = ({ period, ageGroup, sex, area }: IndicatorValue) => [
    period ?? unknown,
    ageGroup ?? all,
    sex ?? all,
    area,
  ];
  const ids = [0, 1, 2, 3].map((index) => unique(values.map((value) => keyOf(value)[index] ?? '')));
  const [periods = [], ageGroups = [], sexes = [], areas = []] = ids;
  periods.sort(comparePeriods);
  const sizes = [periods, ageGroups, sexes, areas].map(({ length }) => length);
  const [, ofAges = 1, ofSexes = 1, ofAreas = 1] = sizes;
  const cellIndexOf = (value: IndicatorValue) => {
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
    const index = cellIndexOf(value);
    if (value.kind === 'number') cells[index] = roundTo(value.value, decimals);
    else if (value.kind === 'missing' || value.kind === 'suppressed') status[index] = statuses[value.kind];
  }
  const nameIn = (named: Record<string, string>, everybody: string) => (id: string) => named[id] ?? everybody;
  const regionOf = (id: string) => {
    const name = areaName(id as Area, indicator, plan.municipality);
    return name === null ? texts.area[id as Area] : localize(name);
  };
  const sources = unique(values.map(({ source }) => localize(source)).filter((source) => source !== ''));
  return {
    version: '2.0',
    class: 'dataset',
    label: localize(indicator.name),
    source: sources.join('; ') || localize(indicator.source),
    ...(indicator.sourceUrl && { href: indicator.sourceUrl }),
    id: ['period', 'ageGroup', 'sex', 'area'],
    size: sizes,
    role: { time: ['period'], geo: ['area'] },
    dimension: {
      period: dimensionOf(texts.column.period, periods, (id) => (id === unknown ? '?' : id)),
      ageGroup: dimensionOf(texts.column.ageGroup, ageGroups, nameIn(texts.ageGroup, texts.everybody)),
      sex: dimensionOf(texts.column.sex, sexes, nameIn(texts.sex, texts.everybody)),
      area: dimensionOf(texts.column.area, areas, regionOf),
    },
    value: cells,
    ...(Object.keys(status).length > 0 && { status }),
    extension: {
      indicator: indicator.slug,
      unit: localize(indicator.unit),
      decimals,
      direction: indicator.direction,
      definition: localize(indicator.definition),
      // JSON-stat has one source for the whole dataset; the metadata of each value is here.
      values: values.map((value) => ({
        place: cellIndexOf(value),
        source: localize(value.source),
        sourceId: value.sourceId,
        licence: value.licence,
        isUncertain: value.isUncertain,
        note: localize(value.note),
      })),
      breaks: indicator.breaks.map(({ period, note }) => ({ period, note: localize(note) })),
      targets: indicator.targets,
    },
  };
}
