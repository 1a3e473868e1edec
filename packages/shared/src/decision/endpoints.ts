export const listDecisions = 'GET /api/v1/municipalities/:slug/plans/:year/decisions';
export const createDecision = 'POST /api/v1/municipalities/:slug/plans/:year/measures/:id/decisions';
export const updateDecision = 'PATCH /api/v1/municipalities/:slug/decisions/:id';
export const deleteDecision = 'DELETE /api/v1/municipalities/:slug/decisions/:id';
