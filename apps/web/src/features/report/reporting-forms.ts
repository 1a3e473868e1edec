import type { ReportingForm } from '@vointi/shared/report/contract.ts';
import { beforeSignOut } from '../../lib/before-sign-out.ts';
import { rememberedOwn, rememberOwn } from '../../lib/storage.ts';
import { type Actions, createActions } from './actions.ts';
import { reportingApiOf, type RequestedForm } from './api.ts';
import type { LocalCopy } from './entry.ts';
import { byUrgency, createStore, type LocalCopies, type Store } from './reporting-form-store.ts';
import { createSyncQueue, type SyncQueue } from './sync-queue.ts';

type FormSearch = { department?: readonly string[]; municipality?: readonly string[] };

/** The form that the address asks for. */
export const requestedForm = ({ department, municipality }: FormSearch): RequestedForm => ({
  ...(department?.[0] && { department: department[0] }),
  ...(municipality?.[0] && { municipality: municipality[0] }),
});

/** Identifies a form in the page: departments of two municipalities may have the same slug. */
export const formKey = ({ municipality, department }: Pick<ReportingForm, 'municipality' | 'department'>) =>
  `${municipality.slug}/${department.slug}`;

export const formPath = ({ municipality, department }: Pick<ReportingForm, 'municipality' | 'department'>) =>
  `/reporting?department=${department.slug}&municipality=${municipality.slug}`;

const isRequested = ({ municipality, department }: ReportingForm, requested: RequestedForm) =>
  (requested.department === undefined || requested.department === department.slug) &&
  (requested.municipality === undefined || requested.municipality === municipality.slug);

/** The requested form, else the one with most unanswered rows; a form without rows comes last. */
export function chooseForm(forms: readonly ReportingForm[], requested: RequestedForm): ReportingForm | undefined {
  const isChosen = requested.department !== undefined || requested.municipality !== undefined;
  const candidates = isChosen ? forms.filter((form) => isRequested(form, requested)) : forms;
  return (candidates.length > 0 ? candidates : forms).toSorted(byUrgency)[0];
}

export type OpenForm = { store: Store; actions: Actions; syncQueue: SyncQueue };

const open = new Map<string, OpenForm>();

const noRoundId = '00000000-0000-0000-0000-000000000000';

/** Opens a form once: its state outlives the page, so queued writes go on while the person reads the board. */
export function openForm(userId: string, form: ReportingForm): OpenForm {
  const roundId = form.round?.id ?? noRoundId;
  const key = `${userId}/${roundId}/${formKey(form)}`;
  const known = open.get(key);
  if (known) return known;
  const store = createStore(form, localCopiesOf(userId, roundId));
  const api = reportingApiOf(roundId, form.department.slug);
  const syncQueue = createSyncQueue({ store, api, isOnline: () => navigator.onLine });
  const work = { store, syncQueue, actions: createActions(store, syncQueue) };
  open.set(key, work);
  addEventListener('online', syncQueue.wake);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') void syncQueue.flush();
    else syncQueue.wake();
  });
  beforeSignOut(syncQueue.flush);
  syncQueue.wake();
  return work;
}

/** Whether this browser holds something of the form that the server has not. */
export const hasLocalCopies = (userId: string, { round, rows }: ReportingForm): boolean =>
  round !== null && localCopiesOf(userId, round.id).has(rows.map(({ assignmentId }) => assignmentId));

function parse(text: string | null): LocalCopy | null {
  if (text === null) return null;
  try {
    return JSON.parse(text) as LocalCopy;
  } catch {
    return null;
  }
}

/** Stored under the person's id, so that the next person on this machine neither sees nor sends it. */
function localCopiesOf(userId: string, roundId: string): LocalCopies {
  const nameOf = (assignmentId: string) => `report.${roundId}.${assignmentId}`;
  const get = (assignmentId: string) => parse(rememberedOwn(userId, nameOf(assignmentId)));
  return {
    get,
    set: (assignmentId, copy) => rememberOwn(userId, nameOf(assignmentId), copy && JSON.stringify(copy)),
    has: (assignmentIds) => assignmentIds.some((id) => get(id) !== null),
  };
}
