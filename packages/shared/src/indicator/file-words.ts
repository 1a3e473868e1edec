import type { AgeGroup } from '../measure/progress.ts';
import type { Language } from '../text/text.ts';
import type { ImportColumn } from './import-rows.ts';
import type { Area, Sex } from './kind.ts';

/** What a cell without a value says. */
export type CellState = 'missing' | 'suppressed' | 'uncertain';

type Words = {
  column: Record<ImportColumn | 'name' | 'unit' | 'areaName', string>;
  ageGroup: Record<AgeGroup, string>;
  sex: Record<Sex, string>;
  area: Record<Area, string>;
  state: Record<CellState, string>;
  everybody: string;
};

/** Words of the files that are exported: what is exported can be imported, in any of the languages. */
export const fileWords: Record<Language, Words> = {
  fi: {
    column: {
      indicator: 'mittari',
      name: 'nimi',
      period: 'jakso',
      ageGroup: 'ikäryhmä',
      sex: 'sukupuoli',
      area: 'alue',
      areaName: 'alueen nimi',
      value: 'arvo',
      unit: 'yksikkö',
      state: 'tila',
      note: 'huomautus',
      source: 'lähde',
      sourceId: 'lähteen tunniste',
      licence: 'lisenssi',
    },
    ageGroup: {
      children_youth: 'lapset ja nuoret',
      working_age: 'työikäiset',
      older_people: 'ikääntyneet',
      all_ages: 'kaikki ikäryhmät',
    },
    sex: { female: 'naiset', male: 'miehet' },
    area: { municipality: 'kunta', region: 'maakunta', country: 'koko maa' },
    state: { missing: 'puuttuu', suppressed: 'salattu', uncertain: 'epävarma' },
    everybody: 'kaikki',
  },
  sv: {
    column: {
      indicator: 'indikator',
      name: 'namn',
      period: 'period',
      ageGroup: 'åldersgrupp',
      sex: 'kön',
      area: 'område',
      areaName: 'områdets namn',
      value: 'värde',
      unit: 'enhet',
      state: 'läge',
      note: 'anmärkning',
      source: 'källa',
      sourceId: 'källans id',
      licence: 'licens',
    },
    ageGroup: {
      children_youth: 'barn och unga',
      working_age: 'personer i arbetsför ålder',
      older_people: 'äldre',
      all_ages: 'alla åldersgrupper',
    },
    sex: { female: 'kvinnor', male: 'män' },
    area: { municipality: 'kommun', region: 'landskap', country: 'hela landet' },
    state: { missing: 'saknas', suppressed: 'sekretess', uncertain: 'osäker' },
    everybody: 'alla',
  },
  en: {
    column: {
      indicator: 'indicator',
      name: 'name',
      period: 'period',
      ageGroup: 'age group',
      sex: 'sex',
      area: 'area',
      areaName: 'name of area',
      value: 'value',
      unit: 'unit',
      state: 'state',
      note: 'note',
      source: 'source',
      sourceId: 'source id',
      licence: 'licence',
    },
    ageGroup: {
      children_youth: 'children and young people',
      working_age: 'working age',
      older_people: 'older people',
      all_ages: 'all age groups',
    },
    sex: { female: 'female', male: 'male' },
    area: { municipality: 'municipality', region: 'region', country: 'whole country' },
    state: { missing: 'missing', suppressed: 'hidden', uncertain: 'uncertain' },
    everybody: 'all',
  },
};

/** Columns of the exported file, in their order. */
export const fileColumns = [
  'indicator',
  'name',
  'period',
  'ageGroup',
  'sex',
  'area',
  'areaName',
  'value',
  'unit',
  'state',
  'note',
  'source',
  'sourceId',
  'licence',
] as const;
