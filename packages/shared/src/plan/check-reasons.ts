import type { IndicatorKind } from '../indicator/kind.ts';
import type { RoundState } from '../round/state.ts';
import type { Language } from '../text/text.ts';

export type Noun =
  | 'department'
  | 'indicator'
  | 'indicator_set'
  | 'goal'
  | 'term_measure'
  | 'round'
  | 'measure'
  | 'finding';
export type ValueType = 'text' | 'number' | 'whole_number' | 'true_or_false' | 'list' | 'object';
export type Format = 'slug' | 'period' | 'address' | 'milestone' | 'municipality_code' | 'date' | 'instant';

/** Why a file, or one place in it, is refused. */
export type Reason =
  | { code: 'required' }
  | { code: 'wrong_type'; expected: ValueType }
  | { code: 'text_empty' }
  | { code: 'text_too_long'; length: number; max: number }
  | { code: 'bad_character' }
  | { code: 'number_too_small'; min: number }
  | { code: 'number_too_large'; max: number }
  | { code: 'too_many_decimals'; max: number }
  | { code: 'too_few_items'; min: number }
  | { code: 'too_many_items'; count: number; max: number }
  | { code: 'wrong_format'; value: string; expected: Format }
  | { code: 'not_allowed'; value: string; allowed: readonly string[] }
  | { code: 'unknown_key'; key: string; closest: string | null }
  | { code: 'unknown_reference'; noun: Noun; value: string; closest: string | null }
  | { code: 'duplicate'; noun: Noun; value: string; first: string }
  | { code: 'listed_twice'; value: string }
  | { code: 'department_twice'; department: string; first: string }
  | { code: 'round_twice'; round: string; first: string }
  | { code: 'value_twice'; first: string }
  | { code: 'value_absent'; expected: string }
  | { code: 'several_values'; keys: readonly string[] }
  | { code: 'wrong_value_key'; key: string; kind: IndicatorKind; expected: string }
  | { code: 'period_twice'; first: string }
  | { code: 'target_not_possible'; kind: IndicatorKind }
  | { code: 'no_such_date'; value: string }
  | { code: 'round_without_dates'; state: RoundState }
  | { code: 'closes_before_opens' }
  | { code: 'report_in_planned_round'; round: string }
  | { code: 'ends_before_start' }
  | { code: 'year_outside_term'; year: number; startYear: number; endYear: number }
  | { code: 'successor_cycle'; chain: readonly string[] }
  | { code: 'plan_exists'; slug: string; year: number }
  | { code: 'code_taken'; municipalityCode: string; by: string }
  | { code: 'slug_reserved'; slug: string }
  | { code: 'cannot_read' }
  | { code: 'file_too_large'; maxMegabytes: number }
  | { code: 'not_utf8' }
  | { code: 'not_json'; line: number; column: number };

export type ReasonCode = Reason['code'];
type Texts = { [C in ReasonCode]: (reason: Extract<Reason, { code: C }>) => string };

const shorten = (value: string): string => (value.length > 60 ? `${value.slice(0, 60)}…` : value);
/** Quotation marks of Finnish and Swedish. */
const q = (value: string): string => `”${shorten(value)}”`;
const qEn = (value: string): string => `"${shorten(value)}"`;
const list = (values: readonly string[]): string => values.join(', ');

const nouns: Record<Language, Record<Noun, string>> = {
  fi: {
    department: 'vastuutahoa',
    indicator: 'mittaria',
    indicator_set: 'mittaristoa',
    goal: 'tavoitetta',
    term_measure: 'valtuustokauden toimenpidettä',
    round: 'raportointikierrosta',
    measure: 'toimenpidettä',
    finding: 'havaintoa',
  },
  sv: {
    department: 'ansvarig',
    indicator: 'indikator',
    indicator_set: 'indikatorgrupp',
    goal: 'mål',
    term_measure: 'åtgärd under perioden',
    round: 'rapporteringsomgång',
    measure: 'åtgärd',
    finding: 'iakttagelse',
  },
  en: {
    department: 'department',
    indicator: 'indicator',
    indicator_set: 'indicator set',
    goal: 'goal',
    term_measure: 'term measure',
    round: 'round',
    measure: 'measure',
    finding: 'finding',
  },
};

const types: Record<Language, Record<ValueType, string>> = {
  fi: {
    text: 'teksti',
    number: 'luku',
    whole_number: 'kokonaisluku',
    true_or_false: 'true tai false',
    list: 'luettelo [ … ]',
    object: 'rakenne { … }',
  },
  sv: {
    text: 'en text',
    number: 'ett tal',
    whole_number: 'ett heltal',
    true_or_false: 'true eller false',
    list: 'en lista [ … ]',
    object: 'en struktur { … }',
  },
  en: {
    text: 'a text',
    number: 'a number',
    whole_number: 'a whole number',
    true_or_false: 'true or false',
    list: 'a list [ … ]',
    object: 'an object { … }',
  },
};

const formats: Record<Language, Record<Format, string>> = {
  fi: {
    slug: 'pieniä kirjaimia a–z, numeroita ja yksittäisiä yhdysmerkkejä',
    period: 'vuosi (2024), kuukausi (2022-12) tai vuosien tai kuukausien väli (2023-2024, 2022-01/2022-07)',
    address: 'osoite, joka alkaa https://',
    milestone: 'kuukausi (2023-09) tai päivä (2023-09-30)',
    municipality_code: 'kolminumeroinen kuntakoodi (286)',
    date: 'päivä (2024-05-31)',
    instant: 'hetki aikavyöhykkeineen (2024-05-31T12:00:00+03:00)',
  },
  sv: {
    slug: 'små bokstäver a–z, siffror och enstaka bindestreck',
    period: 'ett år (2024), en månad (2022-12) eller en följd av år eller månader (2023-2024, 2022-01/2022-07)',
    address: 'en adress som börjar med https://',
    milestone: 'en månad (2023-09) eller en dag (2023-09-30)',
    municipality_code: 'en kommunkod med tre siffror (286)',
    date: 'en dag (2024-05-31)',
    instant: 'en tidpunkt med tidszon (2024-05-31T12:00:00+03:00)',
  },
  en: {
    slug: 'lower-case letters a–z, digits and single hyphens',
    period: 'a year (2024), a month (2022-12) or a range of years or months (2023-2024, 2022-01/2022-07)',
    address: 'an address that begins with https://',
    milestone: 'a month (2023-09) or a day (2023-09-30)',
    municipality_code: 'a municipality code of three digits (286)',
    date: 'a day (2024-05-31)',
    instant: 'a moment with its time zone (2024-05-31T12:00:00+03:00)',
  },
};

const fi: Texts = {
  required: () => 'puuttuu',
  wrong_type: ({ expected }) => `väärän tyyppinen: tähän kuuluu ${types.fi[expected]}`,
  text_empty: () => 'teksti on tyhjä',
  text_too_long: ({ length, max }) => `teksti on liian pitkä: ${length} merkkiä, enintään ${max}`,
  bad_character: () => 'tekstissä on merkki, jota ei voi tallentaa (ohjausmerkki tai rikkinäinen merkki)',
  number_too_small: ({ min }) => `luku on liian pieni: vähintään ${min}`,
  number_too_large: ({ max }) => `luku on liian suuri: enintään ${max}`,
  too_many_decimals: ({ max }) => `liian monta desimaalia: enintään ${max}`,
  too_few_items: ({ min }) => `luettelossa on liian vähän kohtia: vähintään ${min}`,
  too_many_items: ({ count, max }) => `luettelossa on liian monta kohtaa: ${count}, enintään ${max}`,
  wrong_format: ({ value, expected }) => `${q(value)} on väärässä muodossa: tähän kuuluu ${formats.fi[expected]}`,
  not_allowed: ({ value, allowed }) => `${q(value)} ei kelpaa; sallitut arvot: ${list(allowed)}`,
  unknown_key: ({ key, closest }) => `tuntematon kenttä ${q(key)}${closest ? `; tarkoititko ${q(closest)}?` : ''}`,
  unknown_reference: ({ noun, value, closest }) =>
    `tiedostossa ei ole ${nouns.fi[noun]} ${q(value)}${closest ? `; tarkoititko ${q(closest)}?` : ''}`,
  duplicate: ({ noun, value, first }) =>
    `kahta ${nouns.fi[noun]} ei voi nimetä samoin: ${q(value)} on jo kohdassa ${first}`,
  listed_twice: ({ value }) => `${q(value)} on samassa luettelossa kahdesti`,
  department_twice: ({ department, first }) => `vastuutaholla ${q(department)} on jo vastuu kohdassa ${first}`,
  round_twice: ({ round, first }) => `kierrokselle ${q(round)} on jo raportti kohdassa ${first}`,
  value_twice: ({ first }) => `sama ajanjakso, ikäryhmä, sukupuoli ja alue on jo kohdassa ${first}`,
  value_absent: ({ expected }) => `arvo puuttuu: anna ${q(expected)}, tai "missing": true, jos arvoa ei ole`,
  several_values: ({ keys }) => `vain yksi arvo on sallittu, nyt niitä on useita: ${list(keys)}`,
  wrong_value_key: ({ key, kind, expected }) =>
    `mittarin laji on ${q(kind)}, joten arvo annetaan kentässä ${q(expected)} eikä ${q(key)}`,
  period_twice: ({ first }) => `sama jakso on jo kohdassa ${first}`,
  target_not_possible: ({ kind }) =>
    `tavoite voi olla vain luvulla tai määräpäivällä, mutta mittarin laji on ${q(kind)}`,
  no_such_date: ({ value }) => `päivää ${q(value)} ei ole, tai se ei ole vuosien 1900–2199 väliltä`,
  round_without_dates: ({ state }) => `kierroksella, jonka tila on ${q(state)}, on oltava alku ja loppu`,
  closes_before_opens: () => 'kierroksen on päätyttävä alkamisensa jälkeen',
  report_in_planned_round: ({ round }) => `kierros ${q(round)} on vasta suunniteltu, joten sille ei voi olla raporttia`,
  ends_before_start: () => 'loppu on ennen alkua',
  year_outside_term: ({ year, startYear, endYear }) =>
    `vuosi ${year} ei kuulu valtuustokauteen ${startYear}–${endYear}`,
  successor_cycle: ({ chain }) => `seuraajat kiertävät kehää: ${chain.join(' → ')}`,
  plan_exists: ({ slug, year }) =>
    `kunnan ${q(slug)} suunnitelma ${year} on jo olemassa; korvaa se valinnalla --replace`,
  code_taken: ({ municipalityCode, by }) => `kuntakoodi ${municipalityCode} on jo kunnalla ${q(by)}`,
  slug_reserved: ({ slug }) => `osoite /${slug} on palvelun omassa käytössä`,
  cannot_read: () => 'tiedostoa ei voi lukea: sitä ei ole tai siihen ei ole oikeutta',
  file_too_large: ({ maxMegabytes }) => `tiedosto on liian suuri: enintään ${maxMegabytes} Mt`,
  not_utf8: () => 'tiedosto ei ole UTF-8-tekstiä',
  not_json: ({ line, column }) => `tiedosto ei ole JSONia: virhe rivillä ${line}, merkissä ${column}`,
};

const sv: Texts = {
  required: () => 'saknas',
  wrong_type: ({ expected }) => `fel typ: här ska stå ${types.sv[expected]}`,
  text_empty: () => 'texten är tom',
  text_too_long: ({ length, max }) => `texten är för lång: ${length} tecken, högst ${max}`,
  bad_character: () => 'texten innehåller ett tecken som inte kan sparas (styrtecken eller ett trasigt tecken)',
  number_too_small: ({ min }) => `talet är för litet: minst ${min}`,
  number_too_large: ({ max }) => `talet är för stort: högst ${max}`,
  too_many_decimals: ({ max }) => `för många decimaler: högst ${max}`,
  too_few_items: ({ min }) => `listan är för kort: minst ${min}`,
  too_many_items: ({ count, max }) => `listan är för lång: ${count}, högst ${max}`,
  wrong_format: ({ value, expected }) => `${q(value)} har fel form: här ska stå ${formats.sv[expected]}`,
  not_allowed: ({ value, allowed }) => `${q(value)} duger inte; tillåtna värden: ${list(allowed)}`,
  unknown_key: ({ key, closest }) => `okänt fält ${q(key)}${closest ? `; menade du ${q(closest)}?` : ''}`,
  unknown_reference: ({ noun, value, closest }) =>
    `${nouns.sv[noun]} ${q(value)} finns inte i filen${closest ? `; menade du ${q(closest)}?` : ''}`,
  duplicate: ({ noun, value, first }) => `${nouns.sv[noun]} ${q(value)} finns redan i ${first}`,
  listed_twice: ({ value }) => `${q(value)} finns två gånger i samma lista`,
  department_twice: ({ department, first }) => `${q(department)} har redan ett ansvar i ${first}`,
  round_twice: ({ round, first }) => `omgången ${q(round)} har redan en rapport i ${first}`,
  value_twice: ({ first }) => `samma period, åldersgrupp, kön och område finns redan i ${first}`,
  value_absent: ({ expected }) => `värdet saknas: ange ${q(expected)}, eller "missing": true om det inte finns`,
  several_values: ({ keys }) => `bara ett värde är tillåtet, här finns flera: ${list(keys)}`,
  wrong_value_key: ({ key, kind, expected }) =>
    `indikatorn är av slaget ${q(kind)}, så värdet ges i fältet ${q(expected)} och inte ${q(key)}`,
  period_twice: ({ first }) => `samma period finns redan i ${first}`,
  target_not_possible: ({ kind }) =>
    `bara ett tal eller en milstolpe kan ha ett mål, men indikatorn är av slaget ${q(kind)}`,
  no_such_date: ({ value }) => `dagen ${q(value)} finns inte, eller ligger utanför åren 1900–2199`,
  round_without_dates: ({ state }) => `en omgång i läget ${q(state)} måste ha en början och ett slut`,
  closes_before_opens: () => 'omgången måste sluta efter att den har börjat',
  report_in_planned_round: ({ round }) => `omgången ${q(round)} är bara planerad, så den kan inte ha en rapport`,
  ends_before_start: () => 'slutet är före början',
  year_outside_term: ({ year, startYear, endYear }) =>
    `året ${year} hör inte till fullmäktigeperioden ${startYear}–${endYear}`,
  successor_cycle: ({ chain }) => `efterträdarna går i cirkel: ${chain.join(' → ')}`,
  plan_exists: ({ slug, year }) => `planen ${year} för kommunen ${q(slug)} finns redan; ersätt den med --replace`,
  code_taken: ({ municipalityCode, by }) => `kommunkoden ${municipalityCode} hör redan till kommunen ${q(by)}`,
  slug_reserved: ({ slug }) => `adressen /${slug} används av tjänsten själv`,
  cannot_read: () => 'filen kan inte läsas: den finns inte eller får inte läsas',
  file_too_large: ({ maxMegabytes }) => `filen är för stor: högst ${maxMegabytes} MB`,
  not_utf8: () => 'filen är inte UTF-8-text',
  not_json: ({ line, column }) => `filen är inte JSON: felet finns på rad ${line}, tecken ${column}`,
};

const en: Texts = {
  required: () => 'is missing',
  wrong_type: ({ expected }) => `wrong type: ${types.en[expected]} belongs here`,
  text_empty: () => 'the text is empty',
  text_too_long: ({ length, max }) => `text too long: ${length} characters, at most ${max}`,
  bad_character: () => 'the text has a character that cannot be stored (a control character or a broken one)',
  number_too_small: ({ min }) => `the number is too small: at least ${min}`,
  number_too_large: ({ max }) => `the number is too large: at most ${max}`,
  too_many_decimals: ({ max }) => `too many decimals: at most ${max}`,
  too_few_items: ({ min }) => `the list is too short: at least ${min}`,
  too_many_items: ({ count, max }) => `the list is too long: ${count}, at most ${max}`,
  wrong_format: ({ value, expected }) => `${qEn(value)} has the wrong form: ${formats.en[expected]} belongs here`,
  not_allowed: ({ value, allowed }) => `${qEn(value)} is not allowed; allowed: ${list(allowed)}`,
  unknown_key: ({ key, closest }) => `unknown key ${qEn(key)}${closest ? `; did you mean ${qEn(closest)}?` : ''}`,
  unknown_reference: ({ noun, value, closest }) =>
    `unknown ${nouns.en[noun]} ${qEn(value)}${closest ? `; did you mean ${qEn(closest)}?` : ''}`,
  duplicate: ({ noun, value, first }) => `duplicate ${nouns.en[noun]} ${qEn(value)}: it is already at ${first}`,
  listed_twice: ({ value }) => `${qEn(value)} is twice in the same list`,
  department_twice: ({ department, first }) => `department ${qEn(department)} already has its assignment at ${first}`,
  round_twice: ({ round, first }) => `round ${qEn(round)} already has a report at ${first}`,
  value_twice: ({ first }) => `the same period, age group, sex and area is already at ${first}`,
  value_absent: ({ expected }) => `no value: give ${qEn(expected)}, or "missing": true when there is none`,
  several_values: ({ keys }) => `only one value is allowed, there are several: ${list(keys)}`,
  wrong_value_key: ({ key, kind, expected }) =>
    `the indicator's kind is ${qEn(kind)}, so the value belongs in ${qEn(expected)}, not in ${qEn(key)}`,
  period_twice: ({ first }) => `the same period is already at ${first}`,
  target_not_possible: ({ kind }) =>
    `only a number or a milestone can have a target, but the indicator's kind is ${qEn(kind)}`,
  no_such_date: ({ value }) => `there is no day ${qEn(value)}, or it is outside the years 1900–2199`,
  round_without_dates: ({ state }) => `a round in the state ${qEn(state)} must have an opening and a closing time`,
  closes_before_opens: () => 'the round must close after it opens',
  report_in_planned_round: ({ round }) => `round ${qEn(round)} is only planned, so it cannot have a report`,
  ends_before_start: () => 'the end is before the start',
  year_outside_term: ({ year, startYear, endYear }) =>
    `year ${year} is outside the council term ${startYear}–${endYear}`,
  successor_cycle: ({ chain }) => `the successors go in a circle: ${chain.join(' → ')}`,
  plan_exists: ({ slug, year }) => `the plan ${year} of ${qEn(slug)} exists already; use --replace to replace it`,
  code_taken: ({ municipalityCode, by }) => `municipality code ${municipalityCode} already belongs to ${qEn(by)}`,
  slug_reserved: ({ slug }) => `the address /${slug} is the service’s own`,
  cannot_read: () => 'the file cannot be read: it does not exist or may not be read',
  file_too_large: ({ maxMegabytes }) => `the file is too large: at most ${maxMegabytes} MB`,
  not_utf8: () => 'the file is not UTF-8 text',
  not_json: ({ line, column }) => `the file is not JSON: error on line ${line}, column ${column}`,
};

const texts: Record<Language, Texts> = { fi, sv, en };

export const reasonCodes = Object.keys(en) as ReasonCode[];

export const reasonText = (reason: Reason, language: Language): string =>
  (texts[language][reason.code] as (given: Reason) => string)(reason);
