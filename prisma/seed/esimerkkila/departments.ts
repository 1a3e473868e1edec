import type { PlanFileInput } from '@vointi/shared/plan/interchange.ts';
import { t } from './answers.ts';

export const departments: PlanFileInput['departments'] = [
  {
    slug: 'varhaiskasvatus',
    kind: 'department',
    name: t('Varhaiskasvatus', 'Småbarnspedagogik', 'Early childhood education'),
    aliases: ['VAKA'],
  },
  { slug: 'perusopetus', kind: 'department', name: t('Perusopetus', 'Grundläggande utbildning', 'Basic education') },
  { slug: 'nuorisopalvelut', kind: 'department', name: t('Nuorisopalvelut', 'Ungdomstjänster', 'Youth services') },
  {
    slug: 'kirjastopalvelut',
    kind: 'department',
    name: t('Kirjastopalvelut', 'Bibliotekstjänster', 'Library services'),
  },
  {
    slug: 'kulttuuripalvelut',
    kind: 'department',
    name: t('Kulttuuripalvelut', 'Kulturtjänster', 'Cultural services'),
    aliases: ['Kulttuuritoimi'],
  },
  { slug: 'liikuntapalvelut', kind: 'department', name: t('Liikuntapalvelut', 'Idrottstjänster', 'Sports services') },
  {
    slug: 'tyollisyyspalvelut',
    kind: 'department',
    name: t('Työllisyyspalvelut', 'Sysselsättningstjänster', 'Employment services'),
  },
  {
    slug: 'tekniset-palvelut',
    kind: 'department',
    name: t('Tekniset palvelut', 'Tekniska tjänster', 'Technical services'),
    aliases: ['Tekninen toimi', 'Yhdyskuntatekniikka'],
  },
  {
    slug: 'hyvinvointityoryhma',
    kind: 'working_group',
    name: t('Hyvinvointityöryhmä', 'Arbetsgruppen för välfärd', 'Wellbeing working group'),
    shortName: t('HYTE-ryhmä', 'Välfärdsgruppen', 'Wellbeing group'),
  },
  {
    slug: 'vanhus-ja-vammaisneuvosto',
    kind: 'working_group',
    name: t('Vanhus- ja vammaisneuvosto', 'Äldre- och handikapprådet', 'Council for older and disabled people'),
    shortName: t('Vanhusneuvosto', 'Äldrerådet', 'Older people’s council'),
  },
  {
    slug: 'peruspalvelukeskus',
    kind: 'partner',
    name: t('Esimerkin peruspalvelukeskus', 'Exempelnejdens basservicecentral', 'Esimerkki basic services'),
    shortName: t('Peruspalvelukeskus'),
    successor: 'hyvinvointialue',
    validFrom: '2017-01-01',
    validTo: '2025-12-31',
  },
  {
    slug: 'hyvinvointialue',
    kind: 'partner',
    name: t('Esimerkin hyvinvointialue', 'Exempelnejdens välfärdsområde', 'Esimerkki wellbeing services county'),
    shortName: t('Hyvinvointialue', 'Välfärdsområdet', 'Services county'),
    validFrom: '2026-01-01',
  },
  {
    slug: 'jarjestoverkosto',
    kind: 'partner',
    name: t('Esimerkkilän järjestöverkosto', 'Exempelby föreningsnätverk', 'Network of associations in Esimerkkilä'),
    shortName: t('Järjestöt', 'Föreningarna', 'Associations'),
    aliases: ['Järjestöt', 'Yhdistykset'],
  },
  { slug: 'kaikki-toimialat', kind: 'collective', name: t('Kaikki toimialat', 'Alla sektorer', 'All departments') },
];
