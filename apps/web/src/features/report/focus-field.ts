import type { Found } from './actions.ts';
import { fieldId } from './field-id.ts';

/** After the field is there. */
export function focusField(found: Pick<Found, 'id' | 'field'> | undefined) {
  if (!found) return;
  requestAnimationFrame(() => {
    const field = document.getElementById(fieldId(found.id, found.field));
    const control = field?.matches('fieldset')
      ? (field.querySelector<HTMLElement>('input:checked, input') ?? field)
      : field;
    control?.focus();
  });
}
