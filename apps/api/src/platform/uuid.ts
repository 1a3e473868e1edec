/** The pattern of a UUID as PostgreSQL writes it, in lower case. */
export const uuidPattern = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';

const whole = new RegExp(`^${uuidPattern}$`, 'i');

/** Whether PostgreSQL accepts the text as a UUID: any version, in either case. */
export const isUuid = (text: string): boolean => whole.test(text);
