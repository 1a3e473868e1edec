import type { Desk } from '@vointi/shared/report/contract.ts';
import { beforeLeaving } from '../../lib/leaving.ts';
import { type Actions, makeActions } from './actions.ts';
import { makeStore, type Store } from './desk-store.ts';
import { deskKey } from './desks.ts';
import { localCopiesOf } from './local-copies.ts';
import { makePump, type Pump } from './pump.ts';
import { deskApiOf } from './writes.ts';

export type DeskWork = { store: Store; actions: Actions; pump: Pump };

const open = new Map<string, DeskWork>();

const nowhere = '00000000-0000-0000-0000-000000000000';

/** They outlive the page: what waits to be saved is saved while one reads the board. */
export function deskWorkOf(userId: string, desk: Desk): DeskWork {
  const roundId = desk.round?.id ?? nowhere;
  const key = `${userId}/${roundId}/${deskKey(desk)}`;
  const known = open.get(key);
  if (known) return known;
  const store = makeStore(desk, localCopiesOf(userId, roundId));
  const api = deskApiOf(roundId, desk.department.slug);
  const pump = makePump({ store, api, isOnline: () => navigator.onLine });
  const work = { store, pump, actions: makeActions(store, pump) };
  open.set(key, work);
  addEventListener('online', pump.wake);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') void pump.flush();
    else pump.wake();
  });
  beforeLeaving(pump.flush);
  pump.wake();
  return work;
}

/** Whether this browser has something of the desk's that the server has not. */
export const hasCopies = (userId: string, { round, rows }: Desk): boolean =>
  round !== null && localCopiesOf(userId, round.id).has(rows.map(({ assignmentId }) => assignmentId));
