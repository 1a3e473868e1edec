import { createHmac } from 'node:crypto';
import type { Settings } from '../../platform/settings.ts';

export type KeyOf = (address: string) => string;

/** What stands for an address in what is kept of reminders: whoever reads the database cannot find out whose it is. */
export const addressKeyBy =
  ({ linkSecret }: Pick<Settings, 'linkSecret'>): KeyOf =>
  (address) =>
    createHmac('sha256', linkSecret)
      .update(JSON.stringify(['reminder', address.toLowerCase()]))
      .digest('hex');
