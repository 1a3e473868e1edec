import { rememberedOwn, rememberOwn } from '../../lib/storage.ts';
import type { LocalCopy } from './entry.ts';

/** What the server has not acknowledged, kept in this browser: of one person, in one round. */
export type LocalCopies = {
  get: (assignmentId: string) => LocalCopy | null;
  set: (assignmentId: string, copy: LocalCopy | null) => void;
  has: (assignmentIds: readonly string[]) => boolean;
};

function parse(text: string | null): LocalCopy | null {
  if (text === null) return null;
  try {
    return JSON.parse(text) as LocalCopy;
  } catch {
    return null;
  }
}

/** Whoever signs in next on this machine does not meet it. */
export function localCopiesOf(userId: string, roundId: string): LocalCopies {
  const nameOf = (assignmentId: string) => `report.${roundId}.${assignmentId}`;
  const get = (assignmentId: string) => parse(rememberedOwn(userId, nameOf(assignmentId)));
  return {
    get,
    set: (assignmentId, copy) => rememberOwn(userId, nameOf(assignmentId), copy && JSON.stringify(copy)),
    has: (assignmentIds) => assignmentIds.some((id) => get(id) !== null),
  };
}
