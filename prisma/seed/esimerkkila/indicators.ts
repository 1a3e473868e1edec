import type { PlanFileInput } from '@vointi/shared/plan/interchange.ts';
import { t } from './answers.ts';
import { communityIndicators } from './indicators-community.ts';
import { healthIndicators } from './indicators-health.ts';
import {
  byAge,
  type Indicator,
  licence,
  noted,
  percent,
  people,
  records,
  regionName,
  series,
  survey,
} from './series.ts';

const noSurvey = t('Kyselyä ei tehty', 'Enkäten gjordes inte', 'The survey was not made');
const newLimit = t(
  'Rajaus muuttui: mukana myös lukiolaiset, ei vertailtavissa aiempaan',
  'Avgränsningen ändrades: gymnasister ingår, inte jämförbart med tidigare',
  'The limits changed: upper secondary students included, not comparable with earlier years',
);

export const indicatorSets: NonNullable<PlanFileInput['indicatorSets']> = [
  {
    slug: 'lasten-hyvinvointikysely',
    name: t(
      'Lasten hyvinvointikyselyn mittarit',
      'Indikatorer ur barnens välfärdsenkät',
      'Indicators of the children’s wellbeing survey',
    ),
  },
  {
    slug: 'ikaihmisten-kysely',
    name: t('Ikäihmisten kyselyn mittarit', 'Indikatorer ur äldreenkäten', 'Indicators of the older people’s survey'),
  },
  { slug: 'turvallisuuden-mittarit', name: t('Turvallisuuden mittarit', 'Trygghetsindikatorer', 'Safety indicators') },
];

const ownIndicators: Indicator[] = [
  {
    slug: 'yksinaisyys',
    name: t('Itsensä yksinäiseksi tuntevat', 'Andel som känner sig ensamma', 'People who feel lonely'),
    kind: 'number',
    unit: percent,
    decimals: 1,
    direction: 'down_is_good',
    source: survey,
    values: [
      ...noted(
        byAge(2021, {
          children_youth: [16.2, 15.1, null, 13.4, 12.8],
          working_age: [11.0, 11.4, null, 10.9, 10.2],
          older_people: [9.6, 10.8, null, 11.9, 12.3],
        }),
        '2023',
        noSurvey,
      ),
      { period: '2025', ageGroup: 'children_youth', sex: 'female', number: 15.9 },
      { period: '2025', ageGroup: 'children_youth', sex: 'male', number: 9.7 },
    ],
    targets: [
      { period: '2027', number: 10 },
      { period: '2029', number: 8.5 },
    ],
  },
  {
    slug: 'liikkuvien-osuus',
    name: t(
      'Terveytensä kannalta riittävästi liikkuvat',
      'Andel som rör sig tillräckligt för hälsan',
      'People who move enough for their health',
    ),
    kind: 'number',
    unit: percent,
    decimals: 0,
    direction: 'up_is_good',
    source: survey,
    values: noted(
      byAge(2022, {
        children_youth: [34, null, 37, 41],
        working_age: [43, null, 44, 43],
        older_people: [22, null, 26, 31],
        all_ages: [35, null, 37, 39],
      }),
      '2023',
      noSurvey,
    ),
    targets: [{ period: '2029', number: 50 }],
  },
  {
    slug: 'harrastavat-lapset',
    name: t(
      'Lapset, joilla on mieluisa harrastus',
      'Barn som har en hobby de tycker om',
      'Children with a hobby they like',
    ),
    kind: 'number',
    unit: percent,
    direction: 'up_is_good',
    set: 'lasten-hyvinvointikysely',
    source: survey,
    values: noted(series(2021, [71, 70, 74, 69, 73], { ageGroup: 'children_youth' }), '2024', newLimit),
    targets: [{ period: '2027', number: 80 }],
    breaks: [{ period: '2024', note: newLimit }],
  },
  {
    slug: 'nuorisotyottomyys',
    name: t('Työttömät 18–24-vuotiaat', 'Arbetslösa 18–24-åringar', 'Unemployed people aged 18–24'),
    kind: 'number',
    unit: t('% työvoimasta', '% av arbetskraften', '% of the labour force'),
    decimals: 1,
    direction: 'down_is_good',
    definition: t(
      'Vuoden lopun rekisteritieto, osuus saman ikäisestä työvoimasta.',
      'Registeruppgift i slutet av året, andel av arbetskraften i samma ålder.',
      'Register at the end of the year, share of the labour force of that age.',
    ),
    source: records,
    sourceId: 'esimerkki:18-24',
    sourceUrl: 'https://tilasto.example/tyottomyys',
    licence,
    regionName,
    values: [
      ...series(2022, [12.4, 13.0, 14.1, 13.2]),
      ...series(2022, [11.9, 12.2, 12.9, 12.7], { area: 'region' }),
      ...series(2022, [10.8, 11.1, 11.8, 11.9], { area: 'country' }),
    ],
    targets: [{ period: '2029', number: 10 }],
  },
  {
    slug: 'kirjastokaynnit',
    name: t('Kirjastokäynnit asukasta kohti', 'Biblioteksbesök per invånare', 'Library visits per resident'),
    kind: 'number',
    decimals: 1,
    direction: 'up_is_good',
    source: records,
    values: [...series(2021, [4.1, 5.6, 6.3, 6.9, 7.4]), { period: '2026-06', number: 3.9, note: t('Tammi–kesäkuu') }],
  },
  {
    slug: 'osallistuva-budjetointi',
    name: t(
      'Asukkaiden päätettäväksi annettu raha',
      'Pengar som invånarna beslutar om',
      'Money given for residents to decide on',
    ),
    kind: 'number',
    unit: t('euroa', 'euro', 'euros'),
    direction: 'up_is_good',
    source: records,
    values: series(2022, [0, 0, 15_000, 20_000]),
    targets: [{ period: '2026', number: 30_000 }],
  },
  {
    slug: 'kesatyosetelit',
    name: t('Käytetyt kesätyösetelit', 'Använda sommarjobbssedlar', 'Summer-job vouchers used'),
    kind: 'number',
    unit: t('kpl', 'st.', 'pcs'),
    direction: 'up_is_good',
    source: records,
    values: series(2023, [48, 61, 57, 72]),
  },
  {
    slug: 'liikenneonnettomuudet',
    name: t('Koulumatkoilla loukkaantuneet', 'Skadade på skolvägen', 'Injured on the way to school'),
    kind: 'number',
    unit: people,
    direction: 'down_is_good',
    set: 'turvallisuuden-mittarit',
    definition: t(
      'Lääkärin hoitoa vaatineet tapaturmat koulumatkoilla, peruskoululaiset.',
      'Olycksfall på skolvägen som krävt läkarvård, elever i grundskolan.',
      'Accidents on the way to school that needed a doctor, comprehensive school.',
    ),
    source: records,
    countsPeople: true,
    values: series(2021, [3, 1, 2, 0, 0], { ageGroup: 'children_youth' }),
    targets: [{ period: '2026', number: 0 }],
  },
  {
    slug: 'kulttuurilahetteet',
    name: t('Annetut kulttuurilähetteet', 'Utskrivna kulturremisser', 'Cultural referrals given'),
    kind: 'number',
    unit: t('kpl', 'st.', 'pcs'),
    direction: 'up_is_good',
    values: [
      {
        period: '2025',
        missing: true,
        note: t('Toiminta alkoi vasta 2026', 'Verksamheten började 2026', 'The service began in 2026'),
      },
    ],
  },
  {
    slug: 'omatoimikirjasto',
    name: t(
      'Omatoimikirjasto käytössä kaikissa kirjastoissa',
      'Meröppet i alla bibliotek',
      'Self-service hours in every library',
    ),
    kind: 'yes_no',
    direction: 'up_is_good',
    values: [
      { period: '2024', yesNo: false },
      { period: '2025', yesNo: false },
      { period: '2026', yesNo: true },
    ],
  },
  {
    slug: 'lahiliikuntapaikka-valmis',
    name: t(
      'Rantakylän lähiliikuntapaikka valmis',
      'Närmotionsplatsen i Strandby färdig',
      'Exercise place in the shore village ready',
    ),
    kind: 'milestone',
    values: [
      { period: '2025', milestone: '2026-08', note: t('Suunniteltu', 'Planerat', 'Planned') },
      { period: '2026', milestone: '2026-10-16', note: t('Toteutunut', 'Utfallet', 'As it came') },
    ],
  },
  {
    slug: 'kaatumiset',
    name: t('Kotona kaatuneet ikäihmiset', 'Äldre som fallit hemma', 'Older people who fell at home'),
    kind: 'trend',
    direction: 'down_is_good',
    set: 'turvallisuuden-mittarit',
    source: t(
      'Kuvitteellinen ensihoidon arvio',
      'Påhittad bedömning av prehospitala vården',
      'An invented estimate by emergency care',
    ),
    values: [
      { period: '2023', ageGroup: 'older_people', trend: 'up' },
      { period: '2024', ageGroup: 'older_people', trend: 'flat' },
      { period: '2025', ageGroup: 'older_people', trend: 'down' },
    ],
  },
  {
    slug: 'kielikahvilan-palaute',
    name: t('Kielikahvilan palaute', 'Respons från språkkaféet', 'Feedback from the language café'),
    kind: 'text',
    values: [
      {
        period: '2025',
        text: t(
          'Kävijät toivoivat iltaryhmää ja lastenhoitoa',
          'Besökarna önskade en kvällsgrupp och barnpassning',
          'Visitors wished for an evening group and child care',
        ),
      },
      { period: '2026-06', text: t('Iltaryhmä on täynnä, toinen avataan syksyllä') },
    ],
  },
];

export const indicators: Indicator[] = [...ownIndicators, ...healthIndicators, ...communityIndicators];
