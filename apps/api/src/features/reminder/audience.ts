/** What a department has open in a round: answers to give, and sent answers that wait for approval. */
export type Missing = { toAnswer: number; toApprove: number };

/** The people of a department who have a mail address. */
export type People = {
  reporters: readonly string[];
  approvers: readonly string[];
  /** Whether the department has a mail address for answers without an account. */
  hasContact: boolean;
  coordinators: readonly string[];
};

/** Whom to remind, and of what. `standsIn`: the department has nobody of its own. */
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
 * Whom to remind of a department: its reporters, else its approvers (they can answer too), else its contact, else the
 * coordinators; and its approvers of what waits for them. Each person gets one entry, whatever their roles.
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
