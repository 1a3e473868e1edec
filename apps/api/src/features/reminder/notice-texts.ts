import { type Language, textIn } from '@vointi/shared/text/text.ts';
import { helsinkiDay } from '@vointi/shared/text/helsinki.ts';
import type fi from '../../locales/fi/reminder.json';
import { messagesOf } from '../../platform/messages.ts';
import type { NoticeLine } from './take-notices.ts';

type Letter = { subject: string; text: string };
type NoticesData = { language: Language; baseUrl: string; notices: readonly NoticeLine[] };

const messages = messagesOf<typeof fi>('reminder');

const dayText = (day: string) => day.split('-').toReversed().join('.');

/** The form, at the row when it is about one; the page of the round for a coordinator who reads comments. */
function urlOf(baseUrl: string, [first, ...others]: readonly [NoticeLine, ...NoticeLine[]]): string {
  const { kind, isOwn, municipalitySlug, roundId, slug, assignmentId } = first;
  if (kind === 'comment_written' && !isOwn) return `${baseUrl}/rounds/${municipalitySlug}/${roundId}`;
  const row = assignmentId !== null && others.length === 0 ? `#row-${assignmentId}` : '';
  return `${baseUrl}/reporting?department=${slug}&municipality=${municipalitySlug}&round=${roundId}${row}`;
}

/** One line, without its link, of notices of one kind, department and round. */
function lineOf([first, ...others]: readonly [NoticeLine, ...NoticeLine[]], language: Language): string {
  const { kind, municipality, roundName, department, endsAt } = first;
  const where = [municipality, roundName, department].map((text) => textIn(text, language).text).join(', ');
  const day = endsAt ? dayText(helsinkiDay(new Date(endsAt.getTime() - 1))) : '–';
  return messages[language](`notice.${kind}`, { where, day, count: others.length + 1 });
}

const groupsOf = (notices: readonly NoticeLine[]) =>
  [...Map.groupBy(notices, ({ kind, roundId, slug }) => `${kind} ${roundId} ${slug}`).values()] as [
    NoticeLine,
    ...NoticeLine[],
  ][];

/** A paragraph for each thing to tell, with the link to its place. Never what somebody wrote: that is read in the product. */
export const noticeTexts = ({ language, baseUrl, notices }: NoticesData): string[] =>
  groupsOf(notices).map((group) => `– ${lineOf(group, language)}\n${urlOf(baseUrl, group)}`);

export function noticeLetter({ name, ...data }: NoticesData & { name: string | null }): Letter {
  const { language, baseUrl, notices } = data;
  const t = messages[language];
  const count = groupsOf(notices).length;
  const paragraphs = [
    t('hello', { name, isNamed: name === null ? 'no' : 'yes' }),
    t('newsHello'),
    ...noticeTexts(data),
    t('newsEnding', { url: `${baseUrl}/account` }),
  ];
  return { subject: t('subject', { what: t('news', { count }) }), text: paragraphs.join('\n\n') };
}
