/** Where an answer came from, as it is stored: given in the product, or loaded with a plan's document. */
export const storedOrigins = ['department', 'document'] as const;
export type StoredOrigin = (typeof storedOrigins)[number];

/** Where a light comes from, as readers are told. */
export const origins = ['department', 'on_behalf', 'document'] as const;
export type Origin = (typeof origins)[number];

/**
 * A document's answer stays a document's, whoever it names: it was not given in the product.
 * @param onBehalfOf whom the coordinator answered for; null: the department answered itself
 */
export function originOf(stored: StoredOrigin, onBehalfOf: string | null): Origin {
  if (stored === 'document') return 'document';
  return onBehalfOf === null ? 'department' : 'on_behalf';
}
