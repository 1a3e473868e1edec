import type { PlanFileInput } from '@vointi/shared/plan/interchange.ts';
import { t } from './esimerkkila/answers.ts';
import { departments } from './esimerkkila/departments.ts';
import { findings } from './esimerkkila/findings.ts';
import { goals } from './esimerkkila/goals.ts';
import { indicators, indicatorSets } from './esimerkkila/indicators.ts';
import { communityMeasures } from './esimerkkila/measures-community.ts';
import { mindMeasures } from './esimerkkila/measures-mind.ts';
import { motionMeasures } from './esimerkkila/measures-motion.ts';
import { safetyMeasures, workMeasures } from './esimerkkila/measures-work-and-safety.ts';

const under = <M>(goal: string, measures: readonly M[]) => measures.map((measure) => ({ ...measure, goal }));

/** A made-up municipality with what a single real document lacks: rounds, series, targets, late answers. */
export const esimerkkila = (): PlanFileInput => ({
  format: 'vointi-plan',
  version: 2,
  municipality: { slug: 'esimerkkila', name: t('Esimerkkilä', 'Exempelby', 'Esimerkkilä'), isFictional: true },
  councilTerm: { startYear: 2025, endYear: 2029 },
  plan: {
    year: 2026,
    status: 'published',
    focus: [
      t('Yksinäisyyden vähentäminen', 'Minskad ensamhet', 'Less loneliness'),
      t(
        'Kylien väliset hyvinvointierot',
        'Skillnader i välfärd mellan byarna',
        'Differences in wellbeing between villages',
      ),
    ],
    source: t(
      'Esimerkkilän hyvinvointisuunnitelma 2026. Kunta on keksitty: nimet, luvut ja vastaukset ovat kuvitteellisia.',
      'Exempelbys välfärdsplan 2026. Kommunen är påhittad: namnen, talen och svaren är fiktiva.',
      'Wellbeing plan of Esimerkkilä for 2026. The municipality is invented: names, figures and answers are fictional.',
    ),
  },
  departments,
  indicatorSets,
  indicators,
  goals,
  rounds: [
    {
      slug: 'syksy-2025',
      name: t('Lähtötilanne, syksy 2025', 'Utgångsläge, hösten 2025', 'Starting point, autumn 2025'),
      periodAssessed: t('syksy 2025', 'hösten 2025', 'autumn 2025'),
      opensAt: '2025-11-03T00:00:00+02:00',
      closesAt: '2025-12-06T00:00:00+02:00',
      state: 'closed',
      decision: { date: '2026-01-26', section: '§ 8' },
    },
    {
      slug: 'kevat-2026',
      name: t('Kevät 2026', 'Våren 2026', 'Spring 2026'),
      periodAssessed: t('tammi–toukokuu 2026', 'januari–maj 2026', 'January–May 2026'),
      opensAt: '2026-05-04T00:00:00+03:00',
      closesAt: '2026-06-06T00:00:00+03:00',
      state: 'closed',
      decision: { date: '2026-08-31', section: '§ 97' },
    },
    {
      slug: 'syksy-2026',
      name: t('Syksy 2026', 'Hösten 2026', 'Autumn 2026'),
      periodAssessed: t('kesä–marraskuu 2026', 'juni–november 2026', 'June–November 2026'),
      opensAt: '2026-11-09T00:00:00+02:00',
      closesAt: '2026-12-12T00:00:00+02:00',
      state: 'open',
    },
    {
      slug: 'loppuarvio-2026',
      name: t('Vuoden 2026 loppuarvio', 'Slutbedömning av år 2026'),
      periodAssessed: t('2026'),
      opensAt: '2027-01-11T00:00:00+02:00',
      closesAt: '2027-02-06T00:00:00+02:00',
      state: 'planned',
    },
  ],
  measures: [
    ...under('mielen-hyvinvointi', mindMeasures),
    ...under('liikkuva-arki', motionMeasures),
    ...under('osallisuus-ja-yhteisot', communityMeasures),
    ...under('tyo-ja-toimeentulo', workMeasures),
    ...under('turvallinen-ymparisto', safetyMeasures),
  ],
  findings,
});
