import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Tx } from '@vointi/db/client.ts';
import type { Settings } from './settings.ts';
import { uuidPattern } from './uuid.ts';

/** How long an invitation or a reset link is valid. */
export const linkMs = 24 * 60 * 60_000;

type NewLink = { userId: string; kind: 'invitation' | 'reset' };

/** Creates a one-time link and ends the former ones, so that only the newest mail works. @returns its id */
export async function createLink(tx: Tx, at: Date, link: NewLink): Promise<string> {
  await endLinks(tx, at, link.userId);
  const { id } = await tx.oneTimeLink.create({
    data: { ...link, createdAt: at, expiresAt: new Date(at.getTime() + linkMs) },
    select: { id: true },
  });
  return id;
}

export async function endLinks(tx: Tx, at: Date, userId: string): Promise<void> {
  await tx.oneTimeLink.updateMany({ where: { userId, endedAt: null }, data: { endedAt: at } });
}

const mac = (secret: string, id: string) => createHmac('sha256', secret).update(`link:${id}`).digest();

/** The id and a code that only the installation's secret can make of it, so that no stored value opens an account. */
export const tokenOfLink = (secret: string, id: string): string => `${id}.${mac(secret, id).toString('base64url')}`;

const linkToken = new RegExp(String.raw`^(${uuidPattern})\.([\w-]{43})$`);

/** The id of a token that this installation made; undefined for any other. */
export function linkOfToken(secret: string, token: string): string | undefined {
  const [, id, code] = linkToken.exec(token) ?? [];
  if (!id || !code) return undefined;
  return timingSafeEqual(Buffer.from(code, 'base64url'), mac(secret, id)) ? id : undefined;
}

/** Puts the token in the fragment, which browsers keep out of requests, logs and referrers. */
export const urlOfLink = ({ baseUrl, linkSecret }: Pick<Settings, 'baseUrl' | 'linkSecret'>, id: string): string =>
  `${baseUrl()}/link#${tokenOfLink(linkSecret, id)}`;
