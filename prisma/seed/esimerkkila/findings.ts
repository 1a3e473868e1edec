import type { PlanFileInput } from '@vointi/shared/plan/interchange.ts';
import { t } from './answers.ts';

export const findings: NonNullable<PlanFileInput['findings']> = [
  {
    slug: 'nuorten-yksinaisyys-vahenee',
    tone: 'positive',
    text: t(
      'Yksinäisten lasten ja nuorten osuus on laskenut neljässä vuodessa 16,2 prosentista 12,8 prosenttiin.',
      'Andelen ensamma barn och unga har på fyra år minskat från 16,2 till 12,8 procent.',
      'The share of lonely children and young people has fallen from 16.2% to 12.8% in four years.',
    ),
    period: '2021-2025',
    ageGroups: ['children_youth'],
    indicators: ['yksinaisyys'],
    measures: ['kaveripysakki', 'mielen-tuki-ilman-aikaa'],
  },
  {
    slug: 'ikaihmiset-liikkuvat',
    tone: 'positive',
    text: t(
      'Riittävästi liikkuvien ikäihmisten osuus on noussut 22 prosentista 31 prosenttiin, ja kotikaatumiset ovat kääntyneet laskuun.',
      'Andelen äldre som rör sig tillräckligt har stigit från 22 till 31 procent, och fallen hemma har börjat minska.',
      'The share of older people who move enough has risen from 22% to 31%, and falls at home have begun to decrease.',
    ),
    period: '2022-2025',
    ageGroups: ['older_people'],
    indicators: ['liikkuvien-osuus', 'kaatumiset'],
    measures: ['tasapainoryhmat', 'kotikaatumiset'],
  },
  {
    slug: 'koulumatkat-turvallisia',
    tone: 'positive',
    text: t(
      'Kahtena viime vuonna kukaan ei ole loukkaantunut koulumatkalla.',
      'Under de två senaste åren har ingen skadats på skolvägen.',
      'Nobody has been injured on the way to school in the last two years.',
    ),
    period: '2024-2025',
    ageGroups: ['children_youth'],
    indicators: ['liikenneonnettomuudet'],
    measures: ['koulureitit'],
  },
  {
    slug: 'kirjastot-tayttyvat',
    tone: 'positive',
    text: t(
      'Kirjastokäynnit ovat lisääntyneet joka vuosi; vuonna 2025 niitä oli 7,4 asukasta kohti.',
      'Biblioteksbesöken har ökat varje år; 2025 var de 7,4 per invånare.',
    ),
    period: '2025',
    ageGroups: ['all_ages'],
    indicators: ['kirjastokaynnit'],
    measures: ['omatoimikirjastot', 'valinelainaamo'],
  },
  {
    slug: 'ikaihmisten-yksinaisyys',
    tone: 'negative',
    text: t(
      'Ikäihmisten yksinäisyys on lisääntynyt tasaisesti ja on nyt 12,3 prosenttia.',
      'Ensamheten bland äldre har ökat jämnt och är nu 12,3 procent.',
      'Loneliness among older people has grown steadily and is now 12.3%.',
    ),
    period: '2021-2025',
    ageGroups: ['older_people'],
    indicators: ['yksinaisyys'],
    measures: ['etsiva-vanhustyo', 'digituki-kotiin'],
  },
  {
    slug: 'nuorisotyottomyys-korkea',
    tone: 'negative',
    text: t(
      'Nuorisotyöttömyys on 13,2 prosenttia, yhä korkeampi kuin alueella (12,7) ja maassa (11,9).',
      'Ungdomsarbetslösheten är 13,2 procent, alltjämt högre än i regionen (12,7) och i landet (11,9).',
      'Youth unemployment is 13.2%, still higher than in the region (12.7) and in the country (11.9).',
    ),
    period: '2025',
    ageGroups: ['working_age'],
    indicators: ['nuorisotyottomyys'],
    measures: ['tyopaja', 'kesatyoseteli'],
  },
  {
    slug: 'tytot-yksinaisempia',
    tone: 'negative',
    text: t(
      'Tytöistä yksinäiseksi itsensä tuntee 15,9 prosenttia, pojista 9,7.',
      'Av flickorna känner sig 15,9 procent ensamma, av pojkarna 9,7.',
      'Of girls 15.9% feel lonely, of boys 9.7%.',
    ),
    period: '2025',
    ageGroups: ['children_youth'],
    indicators: ['yksinaisyys'],
    measures: ['mielen-tuki-ilman-aikaa'],
  },
  {
    slug: 'tyoikaisten-liikunta',
    tone: 'negative',
    text: t('Työikäisten liikkuminen ei ole lisääntynyt: riittävästi liikkuu 43 prosenttia, kuten vuonna 2022.'),
    ageGroups: ['working_age'],
    indicators: ['liikkuvien-osuus'],
    measures: ['liikuntaneuvonta', 'kavelyryhmat', 'talvipyoraily'],
  },
];
