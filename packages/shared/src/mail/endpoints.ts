export const listMails = 'GET /api/v1/mailbox';
