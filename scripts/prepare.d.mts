/** Packages, database client and, when asked, the built web app. Nothing is done twice. */
export function prepare(options?: { web?: boolean }): void;
