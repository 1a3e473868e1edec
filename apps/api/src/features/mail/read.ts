import type { Result } from '@vointi/shared/http/route.ts';
import type { mailboxApi } from '@vointi/shared/mail/contract.ts';
import type { Language, Text } from '@vointi/shared/text/text.ts';
import { textIn } from '@vointi/shared/text/text.ts';
import type { Context } from '../../platform/context.ts';
import { urlOfLink } from '../../platform/one-time-link.ts';
import type { MailJob } from './mail-job.ts';
import { type Letter, textsIn } from './texts.ts';

export type Mail = Letter & { to: string; replyTo?: string };

/** Writes the mail from the present data; undefined when its reason or its recipient is gone. */
export async function mailOf(
  context: Context,
  job: Exclude<MailJob, { kind: 'reminder' | 'notices' }>,
): Promise<Mail | undefined> {
  if (job.kind === 'access') return accessMail(context, job);
  return job.kind === 'feedback' ? feedbackMail(context, job) : linkMail(context, job.linkId);
}

async function linkMail({ db, settings, now }: Context, id: string): Promise<Mail | undefined> {
  const link = await db.oneTimeLink.findUnique({
    where: { id, endedAt: null, expiresAt: { gt: now() } },
    select: {
      kind: true,
      expiresAt: true,
      user: {
        select: {
          email: true,
          displayName: true,
          language: true,
          memberships: {
            where: { disabledAt: null },
            distinct: ['municipalityId'],
            orderBy: { municipality: { slug: 'asc' } },
            select: { municipality: { select: { name: true } } },
          },
        },
      },
    },
  });
  if (!link?.user.email) return undefined;
  const { email: to, displayName: name, memberships } = link.user;
  const language = link.user.language as Language;
  const where = memberships.map(({ municipality }) => textIn(municipality.name as Text, language).text).join(', ');
  const facts = { name, url: urlOfLink(settings, id), until: link.expiresAt };
  const texts = textsIn(language);
  return { to, ...(link.kind === 'invitation' ? texts.invitation({ ...facts, where }) : texts.reset(facts)) };
}

async function accessMail(
  { db, settings }: Context,
  { userId, municipalityId }: Extract<MailJob, { kind: 'access' }>,
): Promise<Mail | undefined> {
  const user = await db.user.findUnique({
    where: { id: userId, memberships: { some: { municipalityId, disabledAt: null } } },
    select: { email: true, contactEmail: true, displayName: true, language: true },
  });
  const to = user?.email ?? user?.contactEmail;
  if (!user || !to) return undefined;
  const language = user.language as Language;
  const { name } = await db.municipality.findUniqueOrThrow({ where: { id: municipalityId }, select: { name: true } });
  const where = textIn(name as Text, language).text;
  return {
    to,
    ...textsIn(language).access({ name: user.displayName, where, url: `${settings.baseUrl()}/sign-in` }),
  };
}

async function feedbackMail(
  { db }: Context,
  { municipalityId, message, page, replyTo }: Extract<MailJob, { kind: 'feedback' }>,
): Promise<Mail | undefined> {
  const municipality = await db.municipality.findUnique({
    where: { id: municipalityId },
    select: { name: true, feedbackEmail: true },
  });
  if (!municipality?.feedbackEmail) return undefined;
  // The frame is in Finnish, as the coordinator of a Finnish municipality reads it; the feedback is as written.
  const letter = textsIn('fi').feedback({ where: (municipality.name as Text).fi, message, page, replyTo });
  return { to: municipality.feedbackEmail, ...letter, ...(replyTo !== undefined && { replyTo }) };
}

export async function listDemoMails({ db }: Context): Promise<Result<typeof mailboxApi.list>> {
  const mails = await db.demoMail.findMany({ orderBy: [{ createdAt: 'desc' }, { id: 'desc' }], take: 100 });
  return { mails: mails.map(({ createdAt, ...mail }) => ({ ...mail, createdAt: createdAt.toISOString() })) };
}
