const isInherited = (name: string) => /^(PATH|HOME|TZ|LD_PRELOAD|FAKETIME.*|NO_FAKE_STAT)$/.test(name);

/**
 * The environment of a separate process: where programs are, and the clock and time zone of the tests. Without the clock
 * a process would run at the real time while its test runs at another.
 */
export const bareEnvironment = (): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(process.env).filter(([name]) => isInherited(name)));
