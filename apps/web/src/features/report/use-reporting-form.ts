import { createContext, use, useSyncExternalStore, useEffect } from 'react';
import { sendVisit } from './api.ts';
import type { Entry } from './entry.ts';
import type { ReportingFormState } from './reporting-form-store.ts';
import type { OpenForm } from './reporting-forms.ts';

export const ReportingFormContext = createContext<OpenForm | null>(null);

export function useOpenForm(): OpenForm {
  const work = use(ReportingFormContext);
  if (!work) throw new Error('This component needs a ReportingFormContext.');
  return work;
}

export const useActions = () => useOpenForm().actions;

/** Selects a part of the form's state: typing in one row does not redraw the others. */
export function useReportingForm<T>(select: (state: ReportingFormState) => T): T {
  const { store } = useOpenForm();
  return useSyncExternalStore(store.subscribe, () => select(store.get()));
}

export const useEntry = (id: string): Entry | undefined => useReportingForm(({ entries }) => entries.get(id));

export const useReportingFormState = (): ReportingFormState => useReportingForm((state) => state);

const visited = new Set<string>();

/** Reports once that the form was opened, for the coordinator to see; a failure does no harm. */
export function useVisit() {
  const roundId = useReportingForm(({ form }) => form.round?.id);
  const department = useReportingForm(({ form }) => form.department.slug);
  const isWritable = useReportingForm(({ form }) => form.can.report && form.lock?.isOpen === true);
  useEffect(() => {
    const key = `${roundId}/${department}`;
    if (!roundId || !isWritable || visited.has(key)) return;
    visited.add(key);
    sendVisit(roundId, department).catch(() => visited.delete(key));
  }, [roundId, department, isWritable]);
}
