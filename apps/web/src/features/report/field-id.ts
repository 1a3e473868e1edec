import type { Field } from './check.ts';

/** Where the focus goes when a field has to be mended. */
export const fieldId = (assignmentId: string, field: Field) => `${field.replaceAll('.', '-')}-${assignmentId}`;
