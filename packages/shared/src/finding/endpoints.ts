export const listFindings = 'GET /api/v1/municipalities/:slug/plans/:year/findings';
export const listFindingProposals = 'GET /api/v1/municipalities/:slug/plans/:year/findings/proposals';
export const createFinding = 'POST /api/v1/municipalities/:slug/plans/:year/findings';
export const updateFinding = 'PATCH /api/v1/municipalities/:slug/plans/:year/findings/:id';
export const deleteFinding = 'POST /api/v1/municipalities/:slug/plans/:year/findings/:id/delete';
