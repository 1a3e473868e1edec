import { by, measure, t } from './answers.ts';

export const mindMeasures = [
  measure(
    'kaveripysakki',
    t(
      'Kaveripysäkki jokaisen koulun pihalle',
      'En kompishållplats på varje skolgård',
      'A buddy stop in every schoolyard',
    ),
    [
      by('perusopetus', 'nid', { 2: { note: t('Kuusi koulua kuudesta', 'Sex skolor av sex', 'Six schools of six') } }),
      by('tekniset-palvelut', 'nid'),
    ],
    { ageGroup: 'children_youth', termMeasure: 'k-1', indicatorSets: ['lasten-hyvinvointikysely'] },
  ),
  measure(
    'tunnetaidot',
    t(
      'Tunnetaidot osaksi varhaiskasvatuksen viikkoa',
      'Känslokunskap i småbarnspedagogikens vecka',
      'Emotional skills into the week of early education',
    ),
    [by('varhaiskasvatus', 'ii=')],
    { ageGroup: 'children_youth', recurrence: 'continuous' },
  ),
  measure(
    'mielen-tuki-ilman-aikaa',
    t(
      'Nuorten mielen tukea ilman ajanvarausta',
      'Psykiskt stöd för unga utan tidsbeställning',
      'Support for young minds without an appointment',
    ),
    [
      by('peruspalvelukeskus', 'i', {
        0: {
          note: t(
            'Työ siirtyy hyvinvointialueelle vuodenvaihteessa',
            'Arbetet övergår till välfärdsområdet vid årsskiftet',
            'The work moves to the services county at the turn of the year',
          ),
        },
      }),
      by('hyvinvointialue', '-ni'),
      by('nuorisopalvelut', 'iii'),
    ],
    { ageGroup: 'children_youth', termMeasure: 'k-1', indicators: ['yksinaisyys'] },
  ),
  measure(
    'kavelyryhmat',
    t(
      'Kävelyryhmät työttömille ja osatyökykyisille',
      'Promenadgrupper för arbetslösa och partiellt arbetsföra',
      'Walking groups for people without work',
    ),
    [
      by('liikuntapalvelut', 'nId'),
      by('tyollisyyspalvelut', 'ni-', { 1: { note: t('Ryhmiin ohjattiin 34 kävijää') } }),
    ],
    { ageGroup: 'working_age' },
  ),
  measure(
    'etsiva-vanhustyo',
    t(
      'Etsivä vanhustyö yksin asuvien tueksi',
      'Uppsökande arbete för äldre som bor ensamma',
      'Outreach to older people who live alone',
    ),
    [
      by('hyvinvointialue', '-ii'),
      by('jarjestoverkosto', 'iid', {
        2: {
          note: t('Kaikki halukkaat tavattu', 'Alla som ville har träffats', 'All who wished have been met'),
          onBehalfOf: 'Järjestöverkoston koordinaattori',
        },
      }),
      by('vanhus-ja-vammaisneuvosto', 'ni-'),
    ],
    {
      ageGroup: 'older_people',
      termMeasure: 'k-2',
      indicators: ['yksinaisyys'],
      indicatorSets: ['ikaihmisten-kysely'],
    },
  ),
  measure(
    'kulttuurilahete',
    t('Kulttuurilähete käyttöön', 'Kulturremiss tas i bruk', 'Cultural referral taken into use'),
    [by('kulttuuripalvelut', '-ni'), by('kirjastopalvelut', '-n-'), by('hyvinvointialue', '-N-')],
    { ageGroup: 'all_ages', isNew: true, indicators: ['kulttuurilahetteet'] },
  ),
  measure(
    'mielenterveyden-ensiapu',
    t(
      'Mielenterveyden ensiapu tutuksi henkilöstölle',
      'Första hjälp i psykisk hälsa för personalen',
      'Mental health first aid for staff',
    ),
    [
      by('kaikki-toimialat', 'nii', {
        1: { evidence: t('Kaksi kurssia, 41 osallistujaa', 'Två kurser, 41 deltagare', 'Two courses, 41 people') },
      }),
    ],
  ),
  measure(
    'uni-ja-ruutuaika',
    t(
      'Perheiden illat unesta ja ruutuajasta',
      'Familjekvällar om sömn och skärmtid',
      'Family evenings on sleep and screen time',
    ),
    [by('varhaiskasvatus', 'ndd'), by('perusopetus', 'nd='), by('nuorisopalvelut', 'nD-')],
    { ageGroup: 'children_youth', recurrence: 'yearly' },
  ),
];
