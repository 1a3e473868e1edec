type Task = () => Promise<unknown> | undefined;

const tasks = new Set<Task>();

/** Registers what needs the session, such as saving a draft. Returns the way to remove it. */
export const beforeSignOut = (task: Task) => {
  tasks.add(task);
  return () => tasks.delete(task);
};

/** Waits `maxMs` at most: a slow network must not keep anybody from signing out. */
export const finishBeforeSignOut = (maxMs: number): Promise<unknown> =>
  Promise.race([Promise.allSettled([...tasks].map((task) => task())), new Promise((done) => setTimeout(done, maxMs))]);
