import { by, measure, t } from './answers.ts';

export const workMeasures = [
  measure(
    'kesatyoseteli',
    t(
      'Kesätyöseteli jokaiselle peruskoulun päättävälle',
      'Sommarjobbssedel till alla som går ut grundskolan',
      'A summer-job voucher for every school leaver',
    ),
    [
      by('tyollisyyspalvelut', 'nid', {
        2: { note: t('72 seteliä käytettiin', '72 sedlar användes', '72 vouchers were used') },
      }),
      by('nuorisopalvelut', 'nid'),
    ],
    { ageGroup: 'children_youth', recurrence: 'yearly', termMeasure: 'k-9', indicators: ['kesatyosetelit'] },
  ),
  measure(
    'tyopaja',
    t(
      'Työpajalle puu- ja metallilinja',
      'En trä- och metallinje i verkstaden',
      'A wood and metal line at the workshop',
    ),
    [by('tyollisyyspalvelut', 'nni')],
    { ageGroup: 'working_age', termMeasure: 'k-9', indicators: ['nuorisotyottomyys'] },
  ),
  measure(
    'osatyokykyisten-paikat',
    t(
      'Kymmenen paikkaa osatyökykyisille kuntaan',
      'Tio platser för partiellt arbetsföra i kommunen',
      'Ten jobs for people with partial work ability',
    ),
    [
      by('kaikki-toimialat', 'nii', { 2: { note: t('Neljä paikkaa täytetty', 'Fyra platser fyllda', 'Four filled') } }),
      by('tyollisyyspalvelut', 'iii'),
    ],
    { ageGroup: 'working_age', termMeasure: 'k-10' },
  ),
  measure(
    'velkaneuvonta',
    t(
      'Talousneuvoja tavattavissa kirjastossa',
      'Ekonomirådgivare på biblioteket',
      'A money adviser to meet in the library',
    ),
    [by('kirjastopalvelut', 'ndd'), by('jarjestoverkosto', 'nD=')],
    { ageGroup: 'working_age' },
  ),
  measure(
    'havikkiruoka',
    t('Hävikkiruoka yhteiseen pöytään', 'Svinnmaten till ett gemensamt bord', 'Surplus food to a common table'),
    [
      by('perusopetus', 'nnn', {
        2: { note: t('Kuljetus on ratkaisematta', 'Transporten är olöst', 'Transport is unsolved') },
      }),
      by('jarjestoverkosto', 'nin'),
    ],
    { ageGroup: 'all_ages' },
  ),
  measure(
    'elaketiedon-illat',
    t('Illat eläkkeelle siirtyville', 'Kvällar för dem som går i pension', 'Evenings for people who are retiring'),
    [by('hyvinvointityoryhma', '---')],
    { ageGroup: 'older_people', isNew: true },
  ),
];

export const safetyMeasures = [
  measure(
    'koulureitit',
    t(
      'Kolme vaarallista koulureittiä korjataan',
      'Tre farliga skolvägar åtgärdas',
      'Three dangerous ways to school are mended',
    ),
    [
      by('tekniset-palvelut', 'nii', {
        2: {
          note: t(
            'Kaksi valmiina, kolmas keväällä',
            'Två färdiga, den tredje på våren',
            'Two ready, the third in spring',
          ),
        },
      }),
      by('perusopetus', 'idd'),
    ],
    { ageGroup: 'children_youth', termMeasure: 'k-11', indicators: ['liikenneonnettomuudet'] },
  ),
  measure(
    'valaistus',
    t(
      'Asemanseudun ja rannan valaistus uusitaan',
      'Belysningen vid stationen och stranden förnyas',
      'New lighting around the station and the shore',
    ),
    [by('tekniset-palvelut', 'idd')],
    { ageGroup: 'all_ages', indicatorSets: ['turvallisuuden-mittarit'] },
  ),
  measure(
    'ehkaiseva-paihdetyo',
    t(
      'Päihteettömyyden oppitunnit yhdeksäsluokkalaisille',
      'Lektioner om drogfrihet för niorna',
      'Lessons on living without substances for ninth-graders',
    ),
    [by('perusopetus', 'nii'), by('nuorisopalvelut', 'nid'), by('hyvinvointialue', '-Ni')],
    { ageGroup: 'children_youth', recurrence: 'yearly', indicatorSets: ['lasten-hyvinvointikysely'] },
  ),
  measure(
    'kotikaatumiset',
    t(
      'Kodin turvatarkastus 75 vuotta täyttäville',
      'Trygghetsbesök hemma för 75-åringar',
      'A home safety visit for people turning 75',
    ),
    [
      by('hyvinvointialue', '-ii', {
        2: { note: t('Käyntejä 118, jonoa ei ole', '118 besök, ingen kö', '118 visits, no queue') },
      }),
      by('vanhus-ja-vammaisneuvosto', 'ii='),
      by('tekniset-palvelut', 'n-i'),
    ],
    {
      ageGroup: 'older_people',
      indicators: ['kaatumiset'],
      indicatorSets: ['ikaihmisten-kysely', 'turvallisuuden-mittarit'],
    },
  ),
  measure(
    'turvallisuuskavelyt',
    t(
      'Turvallisuuskävely joka kaupunginosassa',
      'En trygghetsvandring i varje stadsdel',
      'A safety walk in every district',
    ),
    [
      by('hyvinvointityoryhma', 'nid'),
      by('tekniset-palvelut', 'ni-'),
      by('vanhus-ja-vammaisneuvosto', '-dd'),
      by('jarjestoverkosto', 'nii'),
    ],
    { recurrence: 'yearly' },
  ),
  measure(
    'puheeksiotto',
    t(
      'Lähisuhdeväkivalta otetaan puheeksi',
      'Våld i nära relationer tas upp',
      'Close-relationship violence is brought up',
    ),
    [by('varhaiskasvatus', 'ni-'), by('hyvinvointialue', '-i-')],
  ),
];
