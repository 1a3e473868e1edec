import type { Indicator, IndicatorValue } from '@vointi/shared/indicator/contract.ts';
import { digitsOf } from '@vointi/shared/indicator/digits.ts';
import { fileColumns, fileTexts } from './file-texts.ts';
import type { PlanHead } from '@vointi/shared/plan/contract.ts';
import { formatFigure } from '@vointi/shared/indicator/figures.ts';
import { decimalSignOf } from '@vointi/shared/text/number-forms.ts';
import { type Language, type Text, textIn } from '@vointi/shared/text/text.ts';
import type { Context, Reader } from '../../platform/context.ts';
import { asText, toCsv } from '../../platform/csv.ts';
import type { Bytes } from '../../platform/serve.ts';
import { areaName } from './area-name.ts';
import { getIndicator, type OneIndicator } from './get.ts';

type ExportRequest = OneIndicator & { lang?: Language };

/** Exports the figures of the indicator's page as a CSV file that can be imported. */
export async function exportCsv(
  context: Context,
  { lang = 'fi', ...one }: ExportRequest,
  reader: Reader,
): Promise<Bytes> {
  const indicator = await getIndicator(context, one, reader);
  const file = csvOf(indicator, indicator.plan.municipality, lang);
  return async (_request, reply) =>
    reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename="vointi-${one.slug}-${indicator.slug}.csv"`)
      .send(file);
}

function valueText(value: IndicatorValue, { decimals }: Indicator, lang: Language): string {
  switch (value.kind) {
    case 'number':
      return digitsOf(value.value, decimals, decimalSignOf(lang));
    case 'text':
      return asText(textIn(value.value, lang).text);
    case 'missing':
    case 'suppressed':
      return '';
    default:
      return formatFigure(value, lang);
  }
}

export function csvOf(indicator: Indicator, municipality: PlanHead['municipality'], lang: Language): string {
  const texts = fileTexts[lang];
  const localize = (text: Text | null) => (text === null ? '' : asText(textIn(text, lang).text));
  const stateOf = (value: IndicatorValue) => {
    if (value.kind === 'missing' || value.kind === 'suppressed') return texts.state[value.kind];
    return value.isUncertain ? texts.state.uncertain : '';
  };
  const rows = indicator.values.map((value) => [
    indicator.slug,
    localize(indicator.name),
    value.period ?? '',
    value.ageGroup === null ? texts.everybody : texts.ageGroup[value.ageGroup],
    value.sex === null ? texts.everybody : texts.sex[value.sex],
    texts.area[value.area],
    localize(areaName(value.area, indicator, municipality)),
    valueText(value, indicator, lang),
    localize(indicator.unit),
    stateOf(value),
    localize(value.note),
    localize(value.source),
    asText(value.sourceId ?? ''),
    asText(value.licence ?? ''),
  ]);
  return toCsv([fileColumns.map((column) => texts.column[column]), ...rows]);
}
