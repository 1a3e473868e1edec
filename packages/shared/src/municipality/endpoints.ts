export const listMunicipalities = 'GET /api/v1/municipalities';
export const getMunicipality = 'GET /api/v1/municipalities/:slug';
export const getSettings = 'GET /api/v1/municipalities/:slug/settings';
export const updateSettings = 'PATCH /api/v1/municipalities/:slug/settings';
export const updateLogo = 'PUT /api/v1/municipalities/:slug/logo';
export const getLogo = 'GET /api/v1/municipalities/:slug/logo';
export const sendFeedback = 'POST /api/v1/municipalities/:slug/feedback';
