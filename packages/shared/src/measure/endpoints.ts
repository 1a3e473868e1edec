export const getMeasure = 'GET /api/v1/municipalities/:slug/plans/:year/measures/:id';
export const listRevisions = 'GET /api/v1/municipalities/:slug/plans/:year/measures/:id/revisions';
export const getMeasureHistory = 'GET /api/v1/municipalities/:slug/plans/:year/history';
