export const listUsers = 'GET /api/v1/municipalities/:slug/users';
export const inviteUser = 'POST /api/v1/municipalities/:slug/users';
export const updateUser = 'PATCH /api/v1/municipalities/:slug/users/:id';
export const resendInvitation = 'POST /api/v1/municipalities/:slug/users/:id/invitation';
export const disableUser = 'POST /api/v1/municipalities/:slug/users/:id/disable';
export const enableUser = 'POST /api/v1/municipalities/:slug/users/:id/enable';
export const removeUser = 'POST /api/v1/municipalities/:slug/users/:id/remove';
