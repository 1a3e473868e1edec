import type { DepartmentFields, DepartmentRow } from '@vointi/shared/department/manage-contract.ts';
import { dayText, parseDay } from '../../../ui/form/day.ts';
import { type InLanguages, joined, joinedOrNull, spread } from '../../../ui/form/in-languages.ts';

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

/** The same as the API takes it. */
export const bodyOf = (form: ManageFields): DepartmentFields => ({
  name: joined(form.name),
  shortName: joinedOrNull(form.shortName),
  kind: form.kind,
  aliases: form.aliases.map(({ text }) => text.trim()).filter(Boolean),
  contact: form.contact.trim() || null,
  successor: form.successor || null,
  validFrom: form.validFrom.trim() ? parseDay(form.validFrom) : null,
  validTo: form.validTo.trim() ? parseDay(form.validTo) : null,
});
