/** The keys that JSON has, without those of undefined values. */
const keysOf = (value: object): string[] =>
  Object.entries(value).flatMap(([key, inner]) => (inner === undefined ? [] : [key]));

/** Whether two values are equal as JSON, in any order of keys. For values without cycles or dates. */
export function isSameJson(one: unknown, other: unknown): boolean {
  if (Object.is(one, other) || one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const keys = keysOf(one);
  return (
    keys.length === keysOf(other).length &&
    keys.every((key) => isSameJson(one[key as keyof typeof one], other[key as keyof typeof other]))
  );
}
