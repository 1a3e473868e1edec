/** Installs packages, generates the database client and, when asked, builds the web app; skips what is up to date. */
export function prepare(options?: { web?: boolean }): void;
