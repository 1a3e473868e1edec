import type { ReportingForm } from '@vointi/shared/report/contract.ts';
import { answersPath } from '../../domain/paths.ts';
import { beforeSignOut } from '../../lib/before-sign-out.ts';
import { rememberedOwn, rememberOwn } from '../../lib/storage.ts';
import { type Actions, createActions } from './actions.ts';
import { reportingApiOf, type RequestedForm } from './api.ts';
import type { LocalCopy } from './entry.ts';
import { byUrgency, createStore, type LocalCopies, type Store } from './reporting-form-store.ts';
import { createSyncQueue, type SyncQueue } from './sync-queue.ts';

type FormSearch = { department?: readonly string[]; municipality?: readonly string[]; round?: readonly string[] };
type FormName = Pick<ReportingForm, 'municipality' | 'year' | 'department' | 'round'>;

/** The form that the address asks for. */
export const requestedForm = ({ department, municipality, round }: FormSearch): RequestedForm => ({
  ...(department?.[0] && { department: department[0] }),
  ...(municipality?.[0] && { municipality: municipality[0] }),
  ...(round?.[0] && { round: round[0] }),
});

/**
 * Identifies a form in the page. A department has one for each round in which it may write, and departments of two
 * municipalities may have the same slug.
 */
export const formKey = ({ municipality, year, department, round }: FormName) =>
  [municipality.slug, year, department.slug, ...(round ? [round.id] : [])].join('/');

export const formPath = ({ municipality, department, round }: FormName) =>
  answersPath(municipality.slug, department.slug, round?.id);

const isRequested = ({ municipality, department, round }: ReportingForm, requested: RequestedForm) =>
  (requested.department === undefined || requested.department === department.slug) &&
  (requested.municipality === undefined || requested.municipality === municipality.slug) &&
  (requested.round === undefined || requested.round === round?.id);

/** The requested form, else the department's most urgent one of another round, else the most urgent of all. */
export function chooseForm(forms: readonly ReportingForm[], requested: RequestedForm): ReportingForm | undefined {
  const { round: _round, ...ofDepartment } = requested;
  const candidates = [requested, ofDepartment, {}].map((wanted) => forms.filter((form) => isRequested(form, wanted)));
  return candidates.find((some) => some.length > 0)?.toSorted(byUrgency)[0];
}

export type OpenForm = { store: Store; actions: Actions; syncQueue: SyncQueue };

const open = new Map<string, OpenForm>();

const noRoundId = '00000000-0000-0000-0000-000000000000';

/** Opens a form once: its state outlives the page, so queued writes go on while the person reads the board. */
export function openForm(userId: string, form: ReportingForm): OpenForm {
  const roundId = form.round?.id ?? noRoundId;
  const key = `${userId}/${formKey(form)}`;
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
