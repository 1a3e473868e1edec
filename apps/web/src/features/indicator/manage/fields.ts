import {
  maxDefinition,
  maxLicence,
  maxRegionName,
  maxSource,
  maxSourceId,
  maxSourceUrl,
  maxUnit,
} from '@vointi/shared/indicator/limits.ts';
import { maxLongName } from '@vointi/shared/text/limits.ts';
import type { IndicatorHead } from '@vointi/shared/indicator/contract.ts';
import type { Direction, IndicatorKind } from '@vointi/shared/indicator/kind.ts';
import { defineForm } from '../../../ui/form/define-form.ts';
import {
  choice,
  localizedText,
  optionalChoice,
  optionalLocalizedText,
  optionalText,
  wholeNumber,
} from '../../../ui/form/field-kinds.ts';

export const indicatorForm = defineForm({
  fields: {
    kind: choice<IndicatorKind>('number'),
    name: localizedText(maxLongName),
    unit: optionalLocalizedText(maxUnit),
    decimals: wholeNumber(0),
    direction: choice<Direction>('neutral'),
    set: optionalChoice(),
    definition: optionalLocalizedText(maxDefinition),
    source: optionalLocalizedText(maxSource),
    sourceUrl: optionalText(maxSourceUrl),
    sourceId: optionalText(maxSourceId),
    licence: optionalText(maxLicence),
    countsPeople: choice(false),
    regionName: optionalLocalizedText(maxRegionName),
  },
  values: (indicator: IndicatorHead) => ({ ...indicator, set: indicator.set?.slug ?? null }),
  // Only numbers have decimals.
  adjust: (body) => ({ ...body, decimals: body.kind === 'number' ? body.decimals : 0 }),
});
