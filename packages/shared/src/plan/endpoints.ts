export const getBoard = 'GET /api/v1/municipalities/:slug/plans/:year/board';
export const getTerm = 'GET /api/v1/municipalities/:slug/plans/:year/term';
export const exportBoardCsv = 'GET /api/v1/municipalities/:slug/plans/:year/board/csv';
