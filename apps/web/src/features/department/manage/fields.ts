import type { DepartmentFields, DepartmentRow } from '@vointi/shared/department/manage-contract.ts';
import type { Text } from '@vointi/shared/text/text.ts';
import { dayText, parseDay } from '../../../ui/form/day.ts';

type InLanguages = { fi: string; sv: string; en: string };

/** A department as its form has it: everything a string that can be typed. */
export type ManageFields = {
  name: InLanguages;
  shortName: InLanguages;
  kind: DepartmentRow['kind'];
  aliases: { text: string }[];
  contact: string;
  successor: string;
  validFrom: string;
  validTo: string;
};

const spread = (text: Text | null): InLanguages => ({ fi: text?.fi ?? '', sv: text?.sv ?? '', en: text?.en ?? '' });

export const formOf = (row: DepartmentRow | null): ManageFields => ({
  name: spread(row?.name ?? null),
  shortName: spread(row?.shortName ?? null),
  kind: row?.kind ?? 'department',
  aliases: (row?.aliases ?? []).map((text) => ({ text })),
  contact: row?.contact ?? '',
  successor: row?.successor?.slug ?? '',
  validFrom: dayText(row?.validFrom ?? null),
  validTo: dayText(row?.validTo ?? null),
});

const joined = ({ fi, sv, en }: InLanguages): Text => ({
  fi: fi.trim(),
  ...(sv.trim() && { sv: sv.trim() }),
  ...(en.trim() && { en: en.trim() }),
});

/** The same as the API takes it. */
export const bodyOf = (form: ManageFields): DepartmentFields => ({
  name: joined(form.name),
  shortName: form.shortName.fi.trim() ? joined(form.shortName) : null,
  kind: form.kind,
  aliases: form.aliases.map(({ text }) => text.trim()).filter(Boolean),
  contact: form.contact.trim() || null,
  successor: form.successor || null,
  validFrom: form.validFrom.trim() ? parseDay(form.validFrom) : null,
  validTo: form.validTo.trim() ? parseDay(form.validTo) : null,
});

/** Only what differs: what somebody else has changed elsewhere in the row stays theirs. */
export function changesOf(before: DepartmentFields, after: DepartmentFields): Partial<DepartmentFields> {
  const keys = Object.keys(after) as (keyof DepartmentFields)[];
  const changed = keys.filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]));
  return Object.fromEntries(changed.map((key) => [key, after[key]]));
}
