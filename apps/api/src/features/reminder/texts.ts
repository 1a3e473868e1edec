import { type Language, type Text, textIn } from '@vointi/shared/text/text.ts';

/** What is missing of one department in one round. */
export type Part = {
  municipality: Text;
  municipalitySlug: string;
  roundId: string;
  roundName: Text;
  /** The last day in Finland. */
  lastDay: string;
  isLate: boolean;
  department: Text;
  slug: string;
  toAnswer: number;
  toApprove: number;
  standsIn: boolean;
};

type Given = { name: string | null; language: Language; baseUrl: string; parts: readonly Part[] };

type Words = {
  subject: (what: string) => string;
  hello: (name: string | null) => string;
  missing: (count: number) => string;
  awaiting: (count: number) => string;
  opening: (counts: { toAnswer: number; toApprove: number; minutes: number }) => string;
  lastDay: (day: string) => string;
  wasLastDay: (day: string) => string;
  standsIn: string;
  answerAt: (url: string) => string;
  noAccount: string;
  ending: string;
};

const words: Record<Language, Words> = {
  fi: {
    subject: (what) => `Hyvinvointisuunnitelma: ${what}`,
    hello: (name) => (name === null ? 'Hei!' : `Hei ${name}!`),
    missing: (count) => (count === 1 ? '1 vastaus puuttuu' : `${count} vastausta puuttuu`),
    awaiting: (count) => (count === 1 ? '1 vastaus odottaa hyväksyntää' : `${count} vastausta odottaa hyväksyntää`),
    opening: ({ toAnswer, minutes }) =>
      toAnswer > 0
        ? `Hyvinvointisuunnitelman tilannetta kootaan, ja vastauksiasi odotetaan. Aikaa menee noin ${minutes === 1 ? 'minuutti' : `${minutes} minuuttia`}.`
        : 'Hyvinvointisuunnitelman tilannetta kootaan. Vastaukset on jo kirjoitettu, ja ne odottavat hyväksyntääsi.',
    lastDay: (day) => `viimeinen päivä ${day}`,
    wasLastDay: (day) => `viimeinen päivä oli ${day}, mutta vastata voi yhä`,
    standsIn: 'vastuutaholla ei ole omaa vastaajaa',
    answerAt: (url) => `Pääset vastaamaan tästä:\n${url}`,
    noAccount:
      'Jos sinulla ei ole tunnusta Vointiin, vastaa tähän viestiin: hyvinvointikoordinaattori kirjaa vastaukset puolestasi.',
    ending:
      'Jos mikään ei ole muuttunut, riittää painaa ”Ei muutosta”. Muistutukset loppuvat, kun vastaukset ovat perillä. Kiitos!',
  },
  sv: {
    subject: (what) => `Välfärdsplanen: ${what}`,
    hello: (name) => (name === null ? 'Hej!' : `Hej ${name}!`),
    missing: (count) => `${count} svar saknas`,
    awaiting: (count) => `${count} svar väntar på godkännande`,
    opening: ({ toAnswer, minutes }) =>
      toAnswer > 0
        ? `Läget i välfärdsplanen samlas in, och dina svar behövs. Det tar ungefär ${minutes === 1 ? 'en minut' : `${minutes} minuter`}.`
        : 'Läget i välfärdsplanen samlas in. Svaren är redan skrivna och väntar på ditt godkännande.',
    lastDay: (day) => `sista dag ${day}`,
    wasLastDay: (day) => `sista dag var ${day}, men du kan fortfarande svara`,
    standsIn: 'den ansvariga har ingen egen rapportör',
    answerAt: (url) => `Här svarar du:\n${url}`,
    noAccount:
      'Om du inte har ett konto i Vointi kan du svara på det här meddelandet: välfärdskoordinatorn för in svaren åt dig.',
    ending:
      'Om inget har ändrats räcker det att trycka på ”Ingen ändring”. Påminnelserna upphör när svaren har kommit fram. Tack!',
  },
  en: {
    subject: (what) => `Wellbeing plan: ${what}`,
    hello: (name) => (name === null ? 'Hello,' : `Hello ${name},`),
    missing: (count) => (count === 1 ? '1 answer is missing' : `${count} answers are missing`),
    awaiting: (count) => (count === 1 ? '1 answer awaits approval' : `${count} answers await approval`),
    opening: ({ toAnswer, minutes }) =>
      toAnswer > 0
        ? `The state of the wellbeing plan is being gathered, and your answers are needed. It takes about ${minutes === 1 ? 'a minute' : `${minutes} minutes`}.`
        : 'The state of the wellbeing plan is being gathered. The answers are written, and await your approval.',
    lastDay: (day) => `last day ${day}`,
    wasLastDay: (day) => `the last day was ${day}, but you can still answer`,
    standsIn: 'nobody of its own to answer',
    answerAt: (url) => `Answer here:\n${url}`,
    noAccount:
      'If you have no account in Vointi, reply to this message: the wellbeing coordinator will enter the answers for you.',
    ending:
      'If nothing has changed, it is enough to press “No change”. Reminders end once the answers are in. Thank you!',
  },
};

const secondsEach = 20;
const sumOf = (parts: readonly Part[], key: 'toAnswer' | 'toApprove') => parts.reduce((sum, one) => sum + one[key], 0);
/** As dates are written here in every language: 05.03.2026. */
const dayText = (day: string) => day.split('-').toReversed().join('.');

/** Lands on the form of the department when there is one, as the page itself addresses it. */
function urlOf({ baseUrl, parts }: Given): string {
  const forms = new Set(parts.map((one) => `?department=${one.slug}&municipality=${one.municipalitySlug}`));
  const [only, ...others] = forms;
  return `${baseUrl}/reporting${only !== undefined && others.length === 0 ? only : ''}`;
}

function subjectOf(parts: readonly Part[], say: Words): string {
  const [toAnswer, toApprove] = [sumOf(parts, 'toAnswer'), sumOf(parts, 'toApprove')];
  const what = toAnswer > 0 ? say.missing(toAnswer) : say.awaiting(toApprove);
  const [lastDay, ...others] = new Set(parts.map((part) => part.lastDay));
  const isSure = others.length === 0 && parts.every(({ isLate }) => !isLate);
  return say.subject(lastDay && isSure ? `${what}, ${say.lastDay(dayText(lastDay))}` : what);
}

function roundText(parts: readonly Part[], language: Language, say: Words): string {
  const [first] = parts;
  if (!first) return '';
  const until = (first.isLate ? say.wasLastDay : say.lastDay)(dayText(first.lastDay));
  const where = [first.municipality, first.roundName].map((text) => textIn(text, language).text).join(', ');
  const lines = parts.map(({ department, toAnswer, toApprove, standsIn }) => {
    const what = [toAnswer > 0 && say.missing(toAnswer), toApprove > 0 && say.awaiting(toApprove)].filter(Boolean);
    return `– ${textIn(department, language).text}: ${what.join(', ')}${standsIn ? ` (${say.standsIn})` : ''}`;
  });
  return [`${where}: ${until}`, ...lines].join('\n');
}

/** One mail of everything that somebody has not answered: what, until when, how long it takes, and where. */
export function reminderLetter(given: Given): { subject: string; text: string } {
  const { name, language, parts } = given;
  const say = words[language];
  const [toAnswer, toApprove] = [sumOf(parts, 'toAnswer'), sumOf(parts, 'toApprove')];
  const minutes = Math.max(1, Math.ceil((toAnswer * secondsEach) / 60));
  const rounds = [...Map.groupBy(parts, ({ roundId }) => roundId).values()];
  const paragraphs = [
    say.hello(name),
    say.opening({ toAnswer, toApprove, minutes }),
    ...rounds.map((round) => roundText(round, language, say)),
    say.answerAt(urlOf(given)),
    ...(name === null ? [say.noAccount] : []),
    say.ending,
  ];
  return { subject: subjectOf(parts, say), text: paragraphs.join('\n\n') };
}
