/** Of a UUID as PostgreSQL writes it, in lower case: for patterns that hold one. */
export const uuidPattern = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';

const whole = new RegExp(`^${uuidPattern}$`, 'i');

/** Whether PostgreSQL would take the text for a UUID: any version, in either case. */
export const isUuid = (text: string): boolean => whole.test(text);
