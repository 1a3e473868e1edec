export const heap: readonly string[];
export const malloc: Readonly<Record<string, string>>;
