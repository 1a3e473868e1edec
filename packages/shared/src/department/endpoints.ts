export const getDepartment = 'GET /api/v1/municipalities/:slug/plans/:year/departments/:department';
export const listDepartments = 'GET /api/v1/municipalities/:slug/departments';
export const createDepartment = 'POST /api/v1/municipalities/:slug/departments';
export const updateDepartment = 'PATCH /api/v1/municipalities/:slug/departments/:id';
export const previewDepartmentMerge = 'GET /api/v1/municipalities/:slug/departments/:id/merge';
export const mergeDepartment = 'POST /api/v1/municipalities/:slug/departments/:id/merge';
