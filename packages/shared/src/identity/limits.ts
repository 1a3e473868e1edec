/** Rows of one municipality's map from claims to roles. */
export const maxMappings = 500;
export const maxClaim = 100;
export const maxClaimValue = 300;
