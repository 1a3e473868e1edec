import { by, measure, t } from './answers.ts';

export const motionMeasures = [
  measure(
    'valituntiliikunta',
    t(
      'Pitkä liikuntavälitunti kaikkiin kouluihin',
      'En lång motionsrast i alla skolor',
      'A long exercise break in every school',
    ),
    [by('perusopetus', 'id=')],
    { ageGroup: 'children_youth', indicators: ['liikkuvien-osuus'] },
  ),
  measure(
    'harrastuspaivat',
    t('Harrastukset koulupäivän yhteyteen', 'Hobbyer i samband med skoldagen', 'Hobbies alongside the school day'),
    [
      by('perusopetus', 'iii', {
        2: {
          note: t(
            'Kyläkouluilla puuttuu vielä ohjaajia',
            'Byskolorna saknar ännu ledare',
            'Village schools still lack instructors',
          ),
        },
      }),
      by('liikuntapalvelut', 'iid'),
      by('kulttuuripalvelut', 'nii'),
      by('nuorisopalvelut', 'iid'),
      by('jarjestoverkosto', 'ni-'),
    ],
    {
      ageGroup: 'children_youth',
      termMeasure: 'k-5',
      indicators: ['harrastavat-lapset'],
      officialText: t(
        'Jokaisella koululla tarjotaan vähintään kolmea maksutonta harrastusta, joista oppilaat ovat saaneet äänestää. Kerhot alkavat heti koulupäivän jälkeen, ja kuljetusoppilaille sovitetaan paluukyyti.',
        'Varje skola erbjuder minst tre gratis hobbyer som eleverna har fått rösta om. Klubbarna börjar genast efter skoldagen, och skjutsen hem anpassas för skjutselever.',
        'Every school offers at least three free hobbies on which the pupils have voted. Clubs begin right after school, and rides home are arranged for those who are taken to school.',
      ),
    },
  ),
  measure(
    'uimataito',
    t('Uimakoulu kaikille toisluokkalaisille', 'Simskola för alla tvåor', 'Swimming lessons for all second-graders'),
    [by('liikuntapalvelut', 'nid'), by('perusopetus', 'nid')],
    { ageGroup: 'children_youth', recurrence: 'yearly', indicatorSets: ['lasten-hyvinvointikysely'] },
  ),
  measure(
    'talvipyoraily',
    t(
      'Talvipyöräilyn pääreitti aurataan aamuseitsemäksi',
      'Huvudrutten för vintercykling plogas till klockan sju',
      'The main winter cycle route is ploughed by seven',
    ),
    [
      by('tekniset-palvelut', 'nNi', {
        1: {
          note: t(
            'Urakka kilpailutetaan uudelleen',
            'Entreprenaden konkurrensutsätts på nytt',
            'The contract is tendered again',
          ),
        },
      }),
    ],
    { ageGroup: 'working_age' },
  ),
  measure(
    'tasapainoryhmat',
    t('Tasapainoryhmä jokaiseen kylään', 'En balansgrupp i varje by', 'A balance group in every village'),
    [by('liikuntapalvelut', 'iid'), by('jarjestoverkosto', 'iid'), by('vanhus-ja-vammaisneuvosto', '-dd')],
    { ageGroup: 'older_people', indicators: ['liikkuvien-osuus', 'kaatumiset'], indicatorSets: ['ikaihmisten-kysely'] },
  ),
  measure(
    'rantakylan-liikuntapaikka',
    t(
      'Rantakylän lähiliikuntapaikka valmiiksi',
      'Närmotionsplatsen i Strandby blir färdig',
      'Exercise place in the shore village finished',
    ),
    [
      by('tekniset-palvelut', 'nid', {
        2: {
          evidence: t(
            'Vastaanottotarkastus 16.10.2026',
            'Mottagningsbesiktning 16.10.2026',
            'Taken over on 16 October 2026',
          ),
        },
      }),
    ],
    { ageGroup: 'all_ages', termMeasure: 'k-4', indicators: ['lahiliikuntapaikka-valmis'] },
  ),
  measure(
    'liikuntaneuvonta',
    t(
      'Liikuntaneuvontaa työpaikoille ja toimistolle',
      'Motionsrådgivning på arbetsplatserna',
      'Exercise counselling at workplaces',
    ),
    [by('liikuntapalvelut', 'ii='), by('hyvinvointialue', '-ni'), by('tyollisyyspalvelut', 'n--')],
    { ageGroup: 'working_age', indicators: ['liikkuvien-osuus'] },
  ),
  measure(
    'valinelainaamo',
    t('Liikuntavälineet lainaan kirjastosta', 'Låna motionsredskap på biblioteket'),
    [by('kirjastopalvelut', 'dd='), by('liikuntapalvelut', 'dd=')],
    { ageGroup: 'all_ages' },
  ),
];
