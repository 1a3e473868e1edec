export const getGoal = 'GET /api/v1/municipalities/:slug/plans/:year/goals/:goal';
