import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Tx } from '@vointi/db/client.ts';
import type { Settings } from './settings.ts';
import { uuidPattern } from './uuid.ts';

/** How long an invitation or a reset is good. */
export const linkMs = 24 * 60 * 60_000;

type NewLink = { userId: string; kind: 'invitation' | 'reset' };

/** Makes a one-time link and ends those there were: the newest mail is the one that works. Gives its id. */
export async function createLink(tx: Tx, at: Date, given: NewLink): Promise<string> {
  await endLinks(tx, at, given.userId);
  const { id } = await tx.oneTimeLink.create({
    data: { ...given, createdAt: at, expiresAt: new Date(at.getTime() + linkMs) },
    select: { id: true },
  });
  return id;
}

export async function endLinks(tx: Tx, at: Date, userId: string): Promise<void> {
  await tx.oneTimeLink.updateMany({ where: { userId, endedAt: null }, data: { endedAt: at } });
}

const mac = (secret: string, id: string) => createHmac('sha256', secret).update(`link:${id}`).digest();

/** The id and a code that only the installation's secret makes of it: nothing that could open an account is stored. */
export const tokenOfLink = (secret: string, id: string): string => `${id}.${mac(secret, id).toString('base64url')}`;

const linkToken = new RegExp(String.raw`^(${uuidPattern})\.([\w-]{43})$`);

/** The id of a token that was made here; undefined for any other. */
export function linkOfToken(secret: string, token: string): string | undefined {
  const [, id, code] = linkToken.exec(token) ?? [];
  if (!id || !code) return undefined;
  return timingSafeEqual(Buffer.from(code, 'base64url'), mac(secret, id)) ? id : undefined;
}

/** The token is in the fragment: browsers keep it out of requests, and with that out of logs and referrers. */
export const urlOfLink = ({ baseUrl, linkSecret }: Pick<Settings, 'baseUrl' | 'linkSecret'>, id: string): string =>
  `${baseUrl()}/link#${tokenOfLink(linkSecret, id)}`;
