export const listIdentityMappings = 'GET /api/v1/municipalities/:slug/identity-mappings';
export const createIdentityMapping = 'POST /api/v1/municipalities/:slug/identity-mappings';
export const deleteIdentityMapping = 'DELETE /api/v1/municipalities/:slug/identity-mappings/:id';
