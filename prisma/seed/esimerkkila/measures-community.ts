import { by, measure, t } from './answers.ts';

export const communityMeasures = [
  measure(
    'nuorten-budjetti',
    t('Nuoret päättävät 10 000 euron käytöstä', 'Unga beslutar om 10 000 euro', 'Young people decide on 10,000 euros'),
    [
      by('nuorisopalvelut', 'nid', {
        2: {
          note: t(
            'Äänestys pidetty, skeittirampit voittivat',
            'Omröstningen hölls, skatramperna vann',
            'The vote was held and the skate ramps won',
          ),
        },
      }),
      by('hyvinvointityoryhma', 'nid'),
    ],
    { ageGroup: 'children_youth', termMeasure: 'k-7', indicators: ['osallistuva-budjetointi'] },
  ),
  measure(
    'kylaillat',
    t(
      'Kyläilta kerran vuodessa joka kylässä',
      'En bykväll om året i varje by',
      'A village evening in every village each year',
    ),
    [
      by('hyvinvointityoryhma', 'iii', {
        2: { note: t('Seitsemän kylää yhdeksästä', 'Sju byar av nio', 'Seven villages of nine') },
      }),
      by('jarjestoverkosto', 'ii-'),
    ],
    { ageGroup: 'all_ages', recurrence: 'yearly', termMeasure: 'k-7' },
  ),
  measure(
    'selkokieli',
    t('Kunnan sivut selkokielelle', 'Kommunens sidor på lättläst språk', 'The municipality’s pages in plain language'),
    [
      by('kaikki-toimialat', 'nnn', {
        2: {
          note: t(
            'Tekijä kilpailutetaan keväällä',
            'Utföraren upphandlas på våren',
            'The work is put out to tender in spring',
          ),
        },
      }),
    ],
  ),
  measure(
    'omatoimikirjastot',
    t('Omatoimiajat kaikkiin kirjastoihin', 'Meröppet i alla bibliotek', 'Self-service hours in every library'),
    [by('kirjastopalvelut', 'iid'), by('tekniset-palvelut', 'id=')],
    { ageGroup: 'all_ages', termMeasure: 'k-8', indicators: ['omatoimikirjasto', 'kirjastokaynnit'] },
  ),
  measure(
    'digituki-kotiin',
    t('Digituki kotiin ikäihmisille', 'Digitalt stöd hemma för äldre', 'Digital support at home for older people'),
    [
      by('kirjastopalvelut', 'nii'),
      by('jarjestoverkosto', 'nni', {
        2: { note: t('Vapaaehtoisia kaksitoista', 'Tolv frivilliga', 'Twelve volunteers') },
      }),
    ],
    { ageGroup: 'older_people', indicatorSets: ['ikaihmisten-kysely'] },
  ),
  measure(
    'lasten-raati',
    t(
      'Lasten raati arvioi leikkipuistot',
      'Barnens panel bedömer lekparkerna',
      'A children’s panel rates the playgrounds',
    ),
    [by('varhaiskasvatus', 'nd='), by('tekniset-palvelut', 'ni-')],
    { ageGroup: 'children_youth', indicatorSets: ['lasten-hyvinvointikysely'] },
  ),
  measure(
    'vapaaehtoispankki',
    t('Vapaaehtoispankki auttajille ja apua tarvitseville'),
    [by('jarjestoverkosto', '-n-'), by('hyvinvointityoryhma', '---')],
    { ageGroup: 'all_ages', isNew: true },
  ),
  measure(
    'kielikahvila',
    t('Kielikahvila kahdesti viikossa', 'Språkkafé två gånger i veckan', 'Language café twice a week'),
    [by('kirjastopalvelut', 'iid'), by('tyollisyyspalvelut', 'iI='), by('jarjestoverkosto', 'iid')],
    { ageGroup: 'working_age', recurrence: 'continuous', indicators: ['kielikahvilan-palaute'] },
  ),
];
