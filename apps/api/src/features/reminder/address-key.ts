import { createHmac } from 'node:crypto';
import type { Settings } from '../../platform/settings.ts';

export type KeyOf = (address: string) => string;

/** A keyed hash that stands for an address in stored reminders, so that the database does not tell whose it is. */
export const addressKeyBy =
  ({ linkSecret }: Pick<Settings, 'linkSecret'>): KeyOf =>
  (address) =>
    createHmac('sha256', linkSecret)
      .update(JSON.stringify(['reminder', address.toLowerCase()]))
      .digest('hex');
