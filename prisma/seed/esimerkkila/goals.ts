import type { PlanFileInput } from '@vointi/shared/plan/interchange.ts';
import { t } from './answers.ts';

export const goals: PlanFileInput['goals'] = [
  {
    slug: 'mielen-hyvinvointi',
    shortName: t('Mielen hyvinvointi', 'Psykiskt välbefinnande', 'Mental wellbeing'),
    name: t(
      'Mielen hyvinvointi vahvistuu ja yksinäisyys vähenee kaikissa ikäryhmissä',
      'Det psykiska välbefinnandet stärks och ensamheten minskar i alla åldersgrupper',
      'Mental wellbeing grows stronger and loneliness becomes rarer in every age group',
    ),
    indicators: [
      'yksinaisyys',
      'kulttuurilahetteet',
      'koettu-terveys',
      'mielen-kuormittuneisuus',
      'paihdetyon-asiakkaat',
    ],
    termMeasures: [
      {
        code: 'k-1',
        text: t(
          'Mielen tuki löytyy arjen paikoista: koulusta, kirjastosta ja kylätalolta',
          'Stöd för psyket finns i vardagens platser: i skolan, biblioteket och byahuset',
          'Support for the mind is found where daily life is: at school, in the library and in the village house',
        ),
        partiesText: t(
          'Sivistystoimi, hyvinvointialue, järjestöt',
          'Bildningssektorn, välfärdsområdet, föreningarna',
          'Education and culture, wellbeing services county, associations',
        ),
        indicators: ['yksinaisyys'],
      },
      {
        code: 'k-2',
        text: t(
          'Yksin asuvat ikäihmiset tavoitetaan kerran vuodessa',
          'Äldre som bor ensamma nås en gång om året',
          'Older people who live alone are reached once a year',
        ),
        partiesText: t('Hyvinvointialue ja järjestöt', 'Välfärdsområdet och föreningarna'),
      },
      {
        code: 'k-3',
        text: t(
          'Kunnan päätökset arvioidaan mielenterveyden kannalta ennen käsittelyä',
          'Kommunens beslut bedöms med tanke på psykisk hälsa före behandlingen',
          'Decisions of the municipality are assessed for mental health before they are made',
        ),
        partiesText: t('Kaikki toimialat', 'Alla sektorer', 'All departments'),
      },
    ],
  },
  {
    slug: 'liikkuva-arki',
    shortName: t('Liikkuva arki', 'En vardag i rörelse', 'Daily life in motion'),
    name: t(
      'Liikkuminen kuuluu jokaisen esimerkkiläisen arkeen',
      'Rörelse hör till vardagen för alla i Exempelby',
      'Everyone in Esimerkkilä moves as part of daily life',
    ),
    indicators: ['liikkuvien-osuus', 'harrastavat-lapset', 'arkiliikunta', 'nuuska-ja-tupakka', 'toimintakykyiset-75'],
    termMeasures: [
      {
        code: 'k-4',
        text: t(
          'Lähiliikuntapaikka on enintään kilometrin päässä joka kylästä',
          'En närmotionsplats finns högst en kilometer från varje by',
          'Every village has a place for exercise within a kilometre',
        ),
        partiesText: t(
          'Tekniset palvelut, liikuntapalvelut',
          'Tekniska tjänster, idrottstjänster',
          'Technical services, sports services',
        ),
        indicators: ['lahiliikuntapaikka-valmis'],
      },
      {
        code: 'k-5',
        text: t(
          'Jokaisella lapsella on mieluisa harrastus',
          'Varje barn har en hobby som det tycker om',
          'Every child has a hobby it likes',
        ),
        partiesText: t(
          'Perusopetus, liikunta- ja nuorisopalvelut, seurat',
          'Grundläggande utbildning, idrotts- och ungdomstjänster, klubbar',
        ),
        indicators: ['harrastavat-lapset'],
      },
      {
        code: 'k-6',
        text: t(
          'Työmatkapyöräilyn reitit yhdistetään naapurikuntaan',
          'Cykelvägarna för arbetsresor kopplas ihop med grannkommunen',
        ),
        partiesText: t('Tekniset palvelut', 'Tekniska tjänster', 'Technical services'),
      },
    ],
  },
  {
    slug: 'osallisuus-ja-yhteisot',
    shortName: t('Osallisuus ja yhteisöt', 'Delaktighet och gemenskap', 'Participation and communities'),
    name: t(
      'Asukkaat vaikuttavat ja löytävät yhteisönsä',
      'Invånarna påverkar och hittar sin gemenskap',
      'Residents have a say and find their community',
    ),
    indicators: [
      'osallistuva-budjetointi',
      'kirjastokaynnit',
      'luottamus-kuntaan',
      'aanestysaktiivisuus',
      'nuorisovaltuuston-aloitteet',
      'vapaaehtoiset',
      'kylatalojen-kaytto',
      'ennakkoarviointi-kaytossa',
    ],
    termMeasures: [
      {
        code: 'k-7',
        text: t(
          'Asukkaat päättävät vuosittain osasta kunnan rahoista',
          'Invånarna besluter varje år om en del av kommunens pengar',
          'Residents decide every year on a share of the municipality’s money',
        ),
        partiesText: t(
          'Hyvinvointityöryhmä, nuorisovaltuusto',
          'Arbetsgruppen för välfärd, ungdomsfullmäktige',
          'Wellbeing working group, youth council',
        ),
        indicators: ['osallistuva-budjetointi'],
      },
      {
        code: 'k-8',
        text: t(
          'Kirjastot ovat auki myös iltaisin ja viikonloppuisin',
          'Biblioteken är öppna också på kvällar och veckoslut',
          'Libraries are open in the evenings and at weekends too',
        ),
        partiesText: t('Kirjastopalvelut', 'Bibliotekstjänster', 'Library services'),
        indicators: ['omatoimikirjasto', 'kirjastokaynnit'],
      },
    ],
  },
  {
    slug: 'tyo-ja-toimeentulo',
    shortName: t('Työ ja toimeentulo', 'Arbete och utkomst', 'Work and income'),
    name: t(
      'Työ, koulutus ja toimeentulo ovat jokaisen ulottuvilla',
      'Arbete, utbildning och utkomst är möjliga för alla',
      'Work, education and income are within everyone’s reach',
    ),
    indicators: [
      'nuorisotyottomyys',
      'tyottomyysaste',
      'pitkaaikaistyottomat',
      'koulutuksen-ulkopuolella',
      'toimeentulotuki',
    ],
    termMeasures: [
      {
        code: 'k-9',
        text: t(
          'Yksikään nuori ei jää ilman paikkaa peruskoulun jälkeen',
          'Ingen ung blir utan plats efter grundskolan',
          'No young person is left without a place after basic education',
        ),
        partiesText: t(
          'Perusopetus, työllisyyspalvelut, oppilaitokset',
          'Grundläggande utbildning, sysselsättningstjänster, läroanstalter',
        ),
        indicators: ['nuorisotyottomyys'],
      },
      {
        code: 'k-10',
        text: t(
          'Kunta avaa työpaikkoja osatyökykyisille',
          'Kommunen öppnar arbetsplatser för partiellt arbetsföra',
          'The municipality opens jobs to people with partial work ability',
        ),
        partiesText: t('Kaikki toimialat', 'Alla sektorer', 'All departments'),
      },
    ],
  },
  {
    slug: 'turvallinen-ymparisto',
    shortName: t('Turvallinen ympäristö', 'En trygg miljö', 'Safe surroundings'),
    name: t(
      'Koti, koulumatka ja kylänraitti ovat turvallisia',
      'Hemmet, skolvägen och bygatan är trygga',
      'Home, the way to school and the village street are safe',
    ),
    indicators: [
      'liikenneonnettomuudet',
      'kaatumiset',
      'turvattomuus',
      'ilkivalta',
      'lahisuhdevakivalta',
      'huostaanotot',
      'esteettomyyskartoitus',
      'asukastyytyvaisyys-liikenteeseen',
    ],
    termMeasures: [
      {
        code: 'k-11',
        text: t(
          'Vaaralliset koulureitit korjataan',
          'Farliga skolvägar åtgärdas',
          'Dangerous ways to school are mended',
        ),
        partiesText: t(
          'Tekniset palvelut, perusopetus',
          'Tekniska tjänster, grundläggande utbildning',
          'Technical services, basic education',
        ),
        indicators: ['liikenneonnettomuudet'],
      },
      {
        code: 'k-12',
        text: t(
          'Kunnan tilojen sisäilma tutkitaan',
          'Inomhusluften i kommunens lokaler undersöks',
          'Indoor air in the municipality’s buildings is examined',
        ),
        partiesText: t('Tekniset palvelut', 'Tekniska tjänster', 'Technical services'),
      },
    ],
  },
];
