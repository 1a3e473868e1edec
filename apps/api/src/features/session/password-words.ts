/** Words that people here choose first, beyond the library's lists. Without diacritics. */
export const commonWords: readonly string[] = `
  vointi hyvinvointi hyvinvointisuunnitelma hyvinvointikertomus valtuusto kunta kaupunki kunnan kaupungin suunnitelma
  toimenpide tavoite mittari raportti raportointi tilanne nuoriso koulu terveys liikunta kirjasto
  valfard valfardsplan kommun kommunen stad staden fullmaktige plan atgard mal rapport lage skola halsa
  salasana tunnus tunnussana kayttaja kayttajatunnus paakayttaja yllapito yllapitaja kirjaudu kirjautuminen testi
  losenord losen anvandare inloggning logga administrator test hemlig
  password passwort admin user welcome login qwerty asdf zxcv
  tervetuloa valkommen moikka heippa terve hejsan tjena
  tammikuu helmikuu maaliskuu huhtikuu toukokuu kesakuu heinakuu elokuu syyskuu lokakuu marraskuu joulukuu
  januari februari mars april maj juni juli augusti september oktober november december
  kevat kesa syksy talvi var sommar host vinter maanantai tiistai keskiviikko torstai perjantai lauantai sunnuntai
  mandag tisdag onsdag torsdag fredag lordag sondag
  suomi finland sverige helsinki helsingfors espoo tampere turku oulu lahti lapland lappi
  kissa koira hevonen katt hund hast aurinko sol kulta rakas alskling aiti isa mamma pappa perkele saatana vittu helvete
  jaakiekko hockey jokerit hifk karpat tappara ilves leijonat sisu sauna sulo nalle mansikka mustikka
`
  .trim()
  .split(/\s+/);
