export const listAudit = 'GET /api/v1/municipalities/:slug/audit';
export const exportAudit = 'POST /api/v1/municipalities/:slug/audit/export';
