import { stringify } from 'csv-stringify/sync';
import type { Indicator, IndicatorValue } from '@vointi/shared/indicator/contract.ts';
import { digitsOf } from '@vointi/shared/indicator/digits.ts';
import { fileColumns, fileWords } from './file-words.ts';
import type { PlanHead } from '@vointi/shared/plan/contract.ts';
import { formatFigure } from '@vointi/shared/indicator/figures.ts';
import { decimalSignOf } from '@vointi/shared/text/number-forms.ts';
import { type Language, type Text, textIn } from '@vointi/shared/text/text.ts';
import type { Context, Reader } from '../../platform/context.ts';
import type { Bytes } from '../../platform/serve.ts';
import { areaName } from './area-name.ts';
import { getIndicator, type OneIndicator } from './get.ts';

type Exported = OneIndicator & { lang?: Language };

/** What the indicator's page shows, as a file that can be imported. */
export async function exportCsv(context: Context, { lang = 'fi', ...one }: Exported, reader: Reader): Promise<Bytes> {
  const indicator = await getIndicator(context, one, reader);
  const file = csvOf(indicator, indicator.plan.municipality, lang);
  return async (_request, reply) =>
    reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename="vointi-${one.slug}-${indicator.slug}.csv"`)
      .send(file);
}

/** Text that a spreadsheet would take for a formula is marked as text; a number is a number. */
const asText = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);

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
  const words = fileWords[lang];
  const say = (text: Text | null) => (text === null ? '' : asText(textIn(text, lang).text));
  const stateOf = (value: IndicatorValue) => {
    if (value.kind === 'missing' || value.kind === 'suppressed') return words.state[value.kind];
    return value.isUncertain ? words.state.uncertain : '';
  };
  const rows = indicator.values.map((value) => [
    indicator.slug,
    say(indicator.name),
    value.period ?? '',
    value.ageGroup === null ? words.everybody : words.ageGroup[value.ageGroup],
    value.sex === null ? words.everybody : words.sex[value.sex],
    words.area[value.area],
    say(areaName(value.area, indicator, municipality)),
    valueText(value, indicator, lang),
    say(indicator.unit),
    stateOf(value),
    say(value.note),
    say(value.source),
    asText(value.sourceId ?? ''),
    asText(value.licence ?? ''),
  ]);
  return stringify([fileColumns.map((column) => words.column[column]), ...rows], {
    bom: true,
    delimiter: ';',
    record_delimiter: '\r\n',
  });
}
