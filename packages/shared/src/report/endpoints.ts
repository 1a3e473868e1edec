export const listReporting = 'GET /api/v1/reporting';
export const submitReport = 'PUT /api/v1/rounds/:roundId/assignments/:assignmentId/report';
export const confirmUnchanged = 'POST /api/v1/rounds/:roundId/departments/:department/confirmations';
export const saveDraft = 'PUT /api/v1/rounds/:roundId/assignments/:assignmentId/draft';
export const deleteDraft = 'DELETE /api/v1/rounds/:roundId/assignments/:assignmentId/draft';
export const approveReport = 'POST /api/v1/rounds/:roundId/assignments/:assignmentId/approval';
export const createComment = 'POST /api/v1/rounds/:roundId/assignments/:assignmentId/comments';
export const recordVisit = 'POST /api/v1/rounds/:roundId/departments/:department/visits';
