import { type Language, type Text, textIn } from '@vointi/shared/text/text.ts';
import type fi from '../../locales/fi/reminder.json';
import type { NoticeLine } from './take-notices.ts';
import { noticeTexts } from './notice-texts.ts';
import { messagesOf } from '../../platform/messages.ts';

/** What one department has open in one round. */
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
  /** Answers that the reader has written and not sent. */
  toSend: number;
  standsIn: boolean;
};

type ReminderData = {
  name: string | null;
  language: Language;
  baseUrl: string;
  parts: readonly Part[];
  notices: readonly NoticeLine[];
};

const messages = messagesOf<typeof fi>('reminder');
type Translate = (typeof messages)[Language];

const secondsEach = 20;
const sumOf = (parts: readonly Part[], key: 'toAnswer' | 'toApprove') => parts.reduce((sum, one) => sum + one[key], 0);
/** The date format of every language here: 05.03.2026. */
const dayText = (day: string) => day.split('-').toReversed().join('.');

/** The address of the form when the mail is about only one, else of the reporting page, which lists them. */
function urlOf({ baseUrl, parts }: ReminderData): string {
  const forms = new Set(
    parts.map((one) => `?department=${one.slug}&municipality=${one.municipalitySlug}&round=${one.roundId}`),
  );
  const [only, ...others] = forms;
  return `${baseUrl}/reporting${only !== undefined && others.length === 0 ? only : ''}`;
}

function subjectOf(parts: readonly Part[], t: Translate): string {
  const [toAnswer, toApprove] = [sumOf(parts, 'toAnswer'), sumOf(parts, 'toApprove')];
  const what = toAnswer > 0 ? t('missing', { count: toAnswer }) : t('awaiting', { count: toApprove });
  const [lastDay, ...others] = new Set(parts.map((part) => part.lastDay));
  const isSure = others.length === 0 && parts.every(({ isLate }) => !isLate);
  return t('subject', { what: lastDay && isSure ? `${what}, ${t('lastDay', { day: dayText(lastDay) })}` : what });
}

function roundText(parts: readonly Part[], language: Language, t: Translate): string {
  const [first] = parts;
  if (!first) return '';
  const until = t(first.isLate ? 'wasLastDay' : 'lastDay', { day: dayText(first.lastDay) });
  const where = [first.municipality, first.roundName].map((text) => textIn(text, language).text).join(', ');
  const lines = parts.map(({ department, toAnswer, toApprove, toSend, standsIn }) => {
    const what = [
      toAnswer > 0 && t('missing', { count: toAnswer }),
      toSend > 0 && t('unsent', { count: toSend }),
      toApprove > 0 && t('awaiting', { count: toApprove }),
    ].filter(Boolean);
    return `– ${textIn(department, language).text}: ${what.join(', ')}${standsIn ? ` (${t('standsIn')})` : ''}`;
  });
  return [`${where}: ${until}`, ...lines].join('\n');
}

/** One mail about everything that a person has not answered: what, until when, how long it takes, and where. */
export function reminderLetter(data: ReminderData): { subject: string; text: string } {
  const { name, language, parts } = data;
  const t = messages[language];
  const toAnswer = sumOf(parts, 'toAnswer');
  const minutes = Math.max(1, Math.ceil((toAnswer * secondsEach) / 60));
  const rounds = [...Map.groupBy(parts, ({ roundId }) => roundId).values()];
  const paragraphs = [
    t('hello', { name, isNamed: name === null ? 'no' : 'yes' }),
    toAnswer > 0 ? t('toAnswer', { minutes }) : t('toApprove'),
    ...rounds.map((round) => roundText(round, language, t)),
    t('answerAt', { url: urlOf(data) }),
    ...(data.notices.length > 0 ? [t('besides'), ...noticeTexts(data)] : []),
    ...(name === null ? [t('noAccount')] : []),
    t('ending'),
  ];
  return { subject: subjectOf(parts, t), text: paragraphs.join('\n\n') };
}
