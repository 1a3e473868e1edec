export const maxDisplayName = 120;
/** Roles of one person in a municipality. */
export const maxRoles = 60;
