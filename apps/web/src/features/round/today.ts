const dayMs = 86_400_000;

/** The day in Finland: 2026-11-25. */
export const today = () => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Helsinki' }).format(new Date());

/** Days from one to another; negative where the other is past. */
export const daysBetween = (from: string, to: string) => Math.round((Date.parse(to) - Date.parse(from)) / dayMs);
