type Deed = () => Promise<unknown> | undefined;

const deeds = new Set<Deed>();

/** What has to be done while there still is a session: what is not saved yet is saved before somebody signs out. */
export const beforeLeaving = (deed: Deed) => {
  deeds.add(deed);
  return () => deeds.delete(deed);
};

/** Waits for it, though not for long: signing out is not to be kept from anybody. */
export const prepareToLeave = (within: number): Promise<unknown> =>
  Promise.race([Promise.allSettled([...deeds].map((deed) => deed())), new Promise((done) => setTimeout(done, within))]);
