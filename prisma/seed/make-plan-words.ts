/** Made-up texts in the languages of the demo plan; a further language of the interface needs none of them. */
type MadeText = Record<'fi' | 'sv' | 'en', string>;

export const actions: readonly MadeText[] = [
  { fi: 'Avataan maksuton liikuntavuoro', sv: 'Ett gratis motionspass öppnas', en: 'Open a free exercise slot' },
  { fi: 'Kootaan kerhojen kalenteri', sv: 'En klubbkalender sammanställs', en: 'Gather a calendar of clubs' },
  { fi: 'Tarjotaan digitukea', sv: 'Digitalt stöd erbjuds', en: 'Offer digital support' },
  { fi: 'Pidetään avoin ruokapöytä', sv: 'Ett öppet matbord ordnas', en: 'Hold an open dinner table' },
  { fi: 'Aloitetaan vertaisryhmä', sv: 'En kamratstödsgrupp startas', en: 'Start a peer group' },
  { fi: 'Kartoitetaan esteettömyys', sv: 'Tillgängligheten kartläggs', en: 'Survey accessibility' },
  { fi: 'Järjestetään kuulemisilta', sv: 'En kväll för åsikter ordnas', en: 'Hold an evening of hearing' },
  { fi: 'Kunnostetaan leikkipaikka', sv: 'En lekplats rustas upp', en: 'Repair a playground' },
  { fi: 'Lisätään iltavalaistusta', sv: 'Kvällsbelysningen byggs ut', en: 'Add evening lighting' },
  { fi: 'Koulutetaan vapaaehtoisia', sv: 'Frivilliga utbildas', en: 'Train volunteers' },
];

export const places: readonly MadeText[] = [
  { fi: 'kirjastossa', sv: 'i biblioteket', en: 'in the library' },
  { fi: 'kouluilla', sv: 'i skolorna', en: 'in the schools' },
  { fi: 'kylätaloilla', sv: 'i byahusen', en: 'in the village houses' },
  { fi: 'rannan puistossa', sv: 'i strandparken', en: 'in the shore park' },
  { fi: 'nuorisotalolla', sv: 'i ungdomsgården', en: 'in the youth house' },
  { fi: 'palvelutalossa', sv: 'i servicehuset', en: 'in the service house' },
  { fi: 'torin laidalla', sv: 'vid torget', en: 'by the market square' },
  { fi: 'asemanseudulla', sv: 'i stationstrakten', en: 'around the station' },
];

export const notes: readonly (Partial<MadeText> & { fi: string })[] = [
  { fi: 'Rahoitus varmistui keväällä', sv: 'Finansieringen blev klar på våren', en: 'Funding was confirmed in spring' },
  { fi: 'Jatkuu omana työnä', sv: 'Fortsätter som eget arbete', en: 'Goes on as our own work' },
  { fi: 'Tilaa etsitään vielä' },
];
