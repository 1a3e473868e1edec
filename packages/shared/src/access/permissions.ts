/** Permissions. Each endpoint needs one; the table below says who has it and for what. */
export const permissions = [
  'plan:read',
  'session:open',
  'account:own',
  'report:read',
  'report:write',
  'report:approve',
  'report:comment',
  'round:read',
  'round:manage',
  'department:read',
  'department:manage',
  'user:read',
  'user:manage',
  'municipality:manage',
  'identity:manage',
  'audit:read',
  'display:own',
  'display:read',
  'display:present',
  'display:manage',
  'decision:read',
  'decision:write',
  'indicator:read_small',
  'indicator:manage',
  'finding:manage',
] as const;
export type Permission = (typeof permissions)[number];

/** Roles of a person in a municipality, from the fewest rights to the most. */
export const memberRoles = ['reporter', 'approver', 'leader', 'coordinator', 'admin'] as const;
export type MemberRole = (typeof memberRoles)[number];

/** `anonymous` has not signed in; `screen` is a paired meeting-room screen. */
export const roles = ['anonymous', 'screen', ...memberRoles] as const;
export type Role = (typeof roles)[number];

/** public: municipalities whose board is public; own: own departments of the municipality; all: the whole municipality. */
export type Reach = 'public' | 'own' | 'all';

const everyone = { 'session:open': 'all' } as const;
const member = {
  ...everyone,
  'plan:read': 'all',
  'account:own': 'all',
  'decision:read': 'all',
  // Small counts of people, which are hidden from the public.
  'indicator:read_small': 'all',
} as const;
/** Leaders and secretaries of meetings. */
const meeting = { 'display:read': 'all', 'display:present': 'all', 'decision:write': 'all' } as const;

/** Who may do what, for the server and the interface. What is not listed is denied. */
export const granted: Record<Role, Partial<Record<Permission, Reach>>> = {
  anonymous: { ...everyone, 'plan:read': 'public' },
  // People can sign in at a screen: pairing takes no permission away from the browser.
  screen: { ...everyone, 'plan:read': 'all', 'display:own': 'all' },
  reporter: { ...member, 'report:read': 'own', 'report:write': 'own', 'report:comment': 'own' },
  approver: {
    ...member,
    'report:read': 'own',
    'report:write': 'own',
    'report:approve': 'own',
    'report:comment': 'own',
  },
  leader: { ...member, ...meeting, 'report:read': 'all', 'round:read': 'all', 'department:read': 'all' },
  coordinator: {
    ...member,
    ...meeting,
    'report:read': 'all',
    'report:write': 'all',
    'report:approve': 'all',
    'report:comment': 'all',
    'round:read': 'all',
    'round:manage': 'all',
    'department:read': 'all',
    'department:manage': 'all',
    'user:read': 'all',
    'indicator:manage': 'all',
    'finding:manage': 'all',
  },
  admin: {
    ...member,
    ...meeting,
    'display:manage': 'all',
    'round:read': 'all',
    'department:read': 'all',
    'department:manage': 'all',
    'user:read': 'all',
    'user:manage': 'all',
    'municipality:manage': 'all',
    'identity:manage': 'all',
    'audit:read': 'all',
  },
};

/** Roles that need a department. */
export const departmentRoles = ['reporter', 'approver'] as const satisfies readonly MemberRole[];
export const needsDepartment = (role: MemberRole): boolean => (departmentRoles as readonly MemberRole[]).includes(role);

/** Why a role cannot have this department, or none; null if it can. The database checks the same. */
export function departmentProblem(
  role: MemberRole,
  department: unknown,
): 'department_needed' | 'department_unneeded' | null {
  const isGiven = department !== null && department !== undefined;
  if (needsDepartment(role) === isGiven) return null;
  return isGiven ? 'department_unneeded' : 'department_needed';
}
