/** What can be asked for. A contract names one; the table below says who has it. */
export const permissions = ['plan:read'] as const;
export type Permission = (typeof permissions)[number];

export const roles = ['anonymous'] as const;
export type Role = (typeof roles)[number];

/** The one table of who may do what; server and interface read the same. */
const granted: Record<Role, readonly Permission[]> = {
  anonymous: ['plan:read'],
};

export const isAllowed = (role: Role, permission: Permission): boolean => granted[role].includes(permission);
