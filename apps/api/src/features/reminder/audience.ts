/** What is missing of a department in a round: answers to give, and answers sent that wait to be confirmed. */
export type Missing = { toAnswer: number; toApprove: number };

/** Those who can be written to. */
export type People = {
  reporters: readonly string[];
  approvers: readonly string[];
  /** Whether the department has an address of mail for those without an account. */
  hasContact: boolean;
  coordinators: readonly string[];
};

/** Somebody to remind, and of what; standing in: for a department that has nobody of its own. */
export type Recipient = Missing & { recipient: string; userId: string | null; standsIn: boolean };

const user = (userId: string, missing: Partial<Missing>, standsIn = false): Recipient => ({
  recipient: `user:${userId}`,
  userId,
  toAnswer: 0,
  toApprove: 0,
  ...missing,
  standsIn,
});

function answerers(departmentId: string, toAnswer: number, people: People): Recipient[] {
  const own = people.reporters.length > 0 ? people.reporters : people.approvers;
  if (own.length > 0) return own.map((id) => user(id, { toAnswer }));
  if (people.hasContact) {
    return [{ recipient: `contact:${departmentId}`, userId: null, toAnswer, toApprove: 0, standsIn: false }];
  }
  return people.coordinators.map((id) => user(id, { toAnswer }, true));
}

const approvers = (toApprove: number, people: People): Recipient[] =>
  people.approvers.length > 0
    ? people.approvers.map((id) => user(id, { toApprove }))
    : people.coordinators.map((id) => user(id, { toApprove }, true));

/**
 * Whom to remind of a department: its reporters, else whoever else of it can answer, else its contact, else the
 * coordinators; its approvers of what waits for them. One each, however many roles they have.
 */
export function audienceOf(departmentId: string, { toAnswer, toApprove }: Missing, people: People): Recipient[] {
  const all = [
    ...(toAnswer > 0 ? answerers(departmentId, toAnswer, people) : []),
    ...(toApprove > 0 ? approvers(toApprove, people) : []),
  ];
  return [...Map.groupBy(all, ({ recipient }) => recipient).values()].flatMap(([first, ...rest]) =>
    first
      ? rest.reduce(
          (sum, one) => ({
            ...sum,
            toAnswer: sum.toAnswer + one.toAnswer,
            toApprove: sum.toApprove + one.toApprove,
          }),
          first,
        )
      : [],
  );
}
