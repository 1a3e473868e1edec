/** Departments of one municipality. */
export const maxDepartments = 500;
/** Other names of one department. */
export const maxAliases = 20;
export const maxContact = 200;
