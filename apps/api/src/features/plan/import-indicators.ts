import type { PlanFile } from '@vointi/shared/plan/interchange.ts';
import { saveFigures } from './import-figures.ts';
import { saveShared } from './import-merge.ts';
import type { Import } from './import-outcome.ts';
import { bySlug, idOf, idsFor, type Ids, isHidden, type Saved } from './import-shared.ts';

/** The indicators of the municipality with their figures: the file adds to what is there. */
export async function saveIndicators(importing: Import, { indicators }: PlanFile, sets: Ids): Promise<Saved> {
  const { tx, municipalityId } = importing;
  const stored = bySlug(await tx.indicator.findMany({ where: { municipalityId } }));
  const ids = idsFor(
    indicators.map(({ slug }) => slug),
    stored,
  );
  const wanted = indicators.map((indicator) => {
    const { slug, name, kind, decimals, direction, set, countsPeople } = indicator;
    return {
      name: slug,
      row: {
        id: idOf(ids, slug),
        municipalityId,
        setId: set === undefined ? null : idOf(sets, set),
        slug,
        name,
        kind,
        unit: indicator.unit ?? null,
        decimals,
        direction,
        definition: indicator.definition ?? null,
        source: indicator.source ?? null,
        sourceId: indicator.sourceId ?? null,
        sourceUrl: indicator.sourceUrl ?? null,
        licence: indicator.licence ?? null,
        countsPeople,
        regionName: indicator.regionName ?? null,
      },
    };
  });
  const changed = await saveShared(importing, { part: 'indicator', model: 'Indicator' }, stored, wanted);
  const hasFigures = await saveFigures(importing, indicators, ids, stored);
  return { ids, isChanged: changed.length > 0 || hasFigures, isHidden: isHidden(ids, stored) };
}
