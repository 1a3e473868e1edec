const isKept = (name: string) => /^(PATH|HOME|TZ|LD_PRELOAD|FAKETIME.*|NO_FAKE_STAT)$/.test(name);

/**
 * What a process of its own starts with: where programs are, and the clock and time zone of the tests. Without the
 * clock, a process that a test starts at another moment would live in the present.
 */
export const bareEnvironment = (): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(process.env).filter(([name]) => isKept(name)));
