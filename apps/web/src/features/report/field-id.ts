import type { Field } from './check.ts';

/** Where the focus goes when a field has to be mended. */
export const fieldId = (assignmentId: string, field: Field) => `${field.replaceAll('.', '-')}-${assignmentId}`;

export const rowId = (assignmentId: string) => `row-${assignmentId}`;

/** Where there is nothing left to stay at. */
export const focusHeading = () => document.querySelector<HTMLElement>('h1')?.focus();
