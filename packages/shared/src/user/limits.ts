export const maxDisplayName = 120;
/** Maximum number of roles of a person in a municipality. */
export const maxRoles = 60;
