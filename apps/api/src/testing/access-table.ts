import type { Role } from '@vointi/shared/access/permissions.ts';

/**
 * Which role gets which answer from which route, written by hand; the rules are in packages/shared/src/access.
 * 200: an answer. 400: a write that was allowed and refused for its empty body, so that the test changes nothing.
 * 401: sign in. 403: not allowed. 404: hidden.
 */
export const columns = [
  'anonymous',
  'screen',
  'reporter',
  'approver',
  'leader',
  'coordinator',
  'admin',
] as const satisfies readonly Role[];

/** The last column: every role of another municipality, as all get the same; absent for routes without a municipality. */
const table = `
GET    /api/v1/municipalities                                              200 200 200 200 200 200 200    -
GET    /api/v1/municipalities/:slug                                        200 200 200 200 200 200 200  200
GET    /api/v1/municipalities/:slug/settings                               401 403 403 403 403 403 200  404
PATCH  /api/v1/municipalities/:slug/settings                               401 403 403 403 403 403 400  404
PUT    /api/v1/municipalities/:slug/logo                                   401 403 403 403 403 403 400  404
GET    /api/v1/municipalities/:slug/logo                                   200 200 200 200 200 200 200  200
POST   /api/v1/municipalities/:slug/feedback                               400 400 400 400 400 400 400  400
GET    /api/v1/municipalities/:slug/plans/:year/board                      200 200 200 200 200 200 200  200
GET    /api/v1/municipalities/:slug/plans/:year/board/csv                  200 200 200 200 200 200 200  200
GET    /api/v1/municipalities/:slug/plans/:year/term                       200 200 200 200 200 200 200  200
GET    /api/v1/municipalities/:slug/plans/:year/goals/:goal                200 200 200 200 200 200 200  200
GET    /api/v1/municipalities/:slug/plans/:year/measures/:id               200 200 200 200 200 200 200  200
GET    /api/v1/municipalities/:slug/plans/:year/measures/:id/revisions     200 200 200 200 200 200 200  200
GET    /api/v1/municipalities/:slug/plans/:year/history                    200 200 200 200 200 200 200  200
GET    /api/v1/municipalities/:slug/plans/:year/departments/:department    200 200 200 200 200 200 200  200
GET    /api/v1/municipalities/:slug/plans/:year/findings                   200 200 200 200 200 200 200  200
GET    /api/v1/municipalities/:slug/plans/:year/findings/proposals         401 403 403 403 403 200 403  404
POST   /api/v1/municipalities/:slug/plans/:year/findings                   401 403 403 403 403 400 403  404
PATCH  /api/v1/municipalities/:slug/plans/:year/findings/:id               401 403 403 403 403 400 403  404
POST   /api/v1/municipalities/:slug/plans/:year/findings/:id/delete        401 403 403 403 403 400 403  404
GET    /api/v1/municipalities/:slug/plans/:year/indicators                 200 200 200 200 200 200 200  200
GET    /api/v1/municipalities/:slug/plans/:year/indicators/:id             200 200 200 200 200 200 200  200
GET    /api/v1/municipalities/:slug/plans/:year/indicators/:id/csv         200 200 200 200 200 200 200  200
GET    /api/v1/municipalities/:slug/plans/:year/indicators/:id/json-stat   200 200 200 200 200 200 200  200
PUT    /api/v1/municipalities/:slug/plans/:year/indicators/:id/links       401 403 403 403 403 400 403  404
POST   /api/v1/municipalities/:slug/indicators                             401 403 403 403 403 400 403  404
PATCH  /api/v1/municipalities/:slug/indicators/:id                         401 403 403 403 403 400 403  404
POST   /api/v1/municipalities/:slug/indicators/:id/delete                  401 403 403 403 403 400 403  404
PUT    /api/v1/municipalities/:slug/indicators/:id/targets                 401 403 403 403 403 400 403  404
PUT    /api/v1/municipalities/:slug/indicators/:id/breaks                  401 403 403 403 403 400 403  404
PUT    /api/v1/municipalities/:slug/indicator-values                       401 403 403 403 403 400 403  404
GET    /api/v1/municipalities/:slug/indicator-sets                         401 403 403 403 403 200 403  404
POST   /api/v1/municipalities/:slug/indicator-sets                         401 403 403 403 403 400 403  404
PATCH  /api/v1/municipalities/:slug/indicator-sets/:id                     401 403 403 403 403 400 403  404
POST   /api/v1/municipalities/:slug/indicator-imports/preview              401 403 403 403 403 400 403  404
POST   /api/v1/municipalities/:slug/indicator-imports                      401 403 403 403 403 400 403  404
GET    /api/v1/municipalities/:slug/plans/:year/rounds                     200 200 200 200 200 200 200  200
POST   /api/v1/municipalities/:slug/plans/:year/rounds                     401 403 403 403 403 400 403  404
GET    /api/v1/municipalities/:slug/rounds                                 401 403 403 403 200 200 200  404
GET    /api/v1/municipalities/:slug/rounds/:roundId                        401 403 403 403 200 200 200  404
PATCH  /api/v1/municipalities/:slug/rounds/:roundId                        401 403 403 403 403 400 403  404
DELETE /api/v1/municipalities/:slug/rounds/:roundId                        401 403 403 403 403 400 403  404
POST   /api/v1/municipalities/:slug/rounds/:roundId/open                   401 403 403 403 403 400 403  404
POST   /api/v1/municipalities/:slug/rounds/:roundId/close                  401 403 403 403 403 400 403  404
POST   /api/v1/municipalities/:slug/rounds/:roundId/reopenings             401 403 403 403 403 400 403  404
POST   /api/v1/municipalities/:slug/rounds/:roundId/reopenings/:id/close   401 403 403 403 403 200 403  404
GET    /api/v1/municipalities/:slug/rounds/:roundId/reminders              401 403 403 403 200 200 200  404
POST   /api/v1/municipalities/:slug/rounds/:roundId/reminders              401 403 403 403 403 400 403  404
GET    /api/v1/municipalities/:slug/departments                            401 403 403 403 200 200 200  404
POST   /api/v1/municipalities/:slug/departments                            401 403 403 403 403 400 400  404
PATCH  /api/v1/municipalities/:slug/departments/:id                        401 403 403 403 403 400 400  404
GET    /api/v1/municipalities/:slug/departments/:id/merge                  401 403 403 403 403 200 200  404
POST   /api/v1/municipalities/:slug/departments/:id/merge                  401 403 403 403 403 400 400  404
GET    /api/v1/municipalities/:slug/users                                  401 403 403 403 403 200 200  404
POST   /api/v1/municipalities/:slug/users                                  401 403 403 403 403 403 400  404
PATCH  /api/v1/municipalities/:slug/users/:id                              401 403 403 403 403 403 400  404
POST   /api/v1/municipalities/:slug/users/:id/invitation                   401 403 403 403 403 403 200  404
POST   /api/v1/municipalities/:slug/users/:id/disable                      401 403 403 403 403 403 400  404
POST   /api/v1/municipalities/:slug/users/:id/enable                       401 403 403 403 403 403 400  404
POST   /api/v1/municipalities/:slug/users/:id/remove                       401 403 403 403 403 403 400  404
GET    /api/v1/municipalities/:slug/identity-mappings                      401 403 403 403 403 403 200  404
POST   /api/v1/municipalities/:slug/identity-mappings                      401 403 403 403 403 403 400  404
DELETE /api/v1/municipalities/:slug/identity-mappings/:id                  401 403 403 403 403 403 200  404
GET    /api/v1/municipalities/:slug/audit                                  401 403 403 403 403 403 200  404
POST   /api/v1/municipalities/:slug/audit/export                           401 403 403 403 403 403 200  404
GET    /api/v1/session                                                     200 200 200 200 200 200 200    -
POST   /api/v1/session                                                     400 400 400 400 400 400 400    -
POST   /api/v1/session/identity-provider                                   400 400 400 400 400 400 400    -
POST   /api/v1/session/identity-provider/finish                            400 400 400 400 400 400 400    -
DELETE /api/v1/session                                                     200 200 200 200 200 200 200    -
GET    /api/v1/account/sessions                                            401 403 200 200 200 200 200    -
DELETE /api/v1/account/sessions/:id                                        401 403 404 404 404 404 404    -
DELETE /api/v1/account/sessions                                            401 403 200 200 200 200 200    -
PATCH  /api/v1/account                                                     401 403 200 200 200 200 200    -
PUT    /api/v1/account/password                                            401 403 400 400 400 400 400    -
POST   /api/v1/password-resets                                             400 400 400 400 400 400 400    -
POST   /api/v1/links/read                                                  400 400 400 400 400 400 400    -
POST   /api/v1/links/use                                                   400 400 400 400 400 400 400    -
GET    /api/v1/mailbox                                                     200 200 200 200 200 200 200    -
GET    /api/v1/reporting                                                   401 403 200 200 200 200 403    -
PUT    /api/v1/rounds/:roundId/assignments/:assignmentId/report            401 403 400 400 403 400 403    -
PUT    /api/v1/rounds/:roundId/assignments/:assignmentId/draft             401 403 400 400 403 400 403    -
DELETE /api/v1/rounds/:roundId/assignments/:assignmentId/draft             401 403 200 200 403 200 403    -
POST   /api/v1/rounds/:roundId/assignments/:assignmentId/approval          401 403 403 400 403 400 403    -
POST   /api/v1/rounds/:roundId/departments/:department/approvals           401 403 403 400 403 400 403    -
POST   /api/v1/rounds/:roundId/assignments/:assignmentId/comments          401 403 400 400 403 400 403    -
POST   /api/v1/rounds/:roundId/departments/:department/confirmations       401 403 400 400 403 400 403    -
POST   /api/v1/rounds/:roundId/departments/:department/visits              401 403 200 200 403 200 403    -
POST   /api/v1/display/pairing                                             200 200 200 200 200 200 200    -
POST   /api/v1/display/pairing/claim                                       200 200 200 200 200 200 200    -
GET    /api/v1/display                                                     401 200 403 403 403 403 403    -
GET    /api/v1/municipalities/:slug/plans/:year/screen                     200 200 200 200 200 200 200  200
GET    /api/v1/municipalities/:slug/plans/:year/screen/measures/:id        200 200 200 200 200 200 200  200
GET    /api/v1/municipalities/:slug/events                                 200 200 200 200 200 200 200  200
GET    /api/v1/municipalities/:slug/displays                               401 403 403 403 200 200 200  404
GET    /api/v1/municipalities/:slug/displays/:id                           401 403 403 403 200 200 200  404
POST   /api/v1/municipalities/:slug/displays                               401 403 403 403 403 403 400  404
PATCH  /api/v1/municipalities/:slug/displays/:id                           401 403 403 403 403 403 400  404
DELETE /api/v1/municipalities/:slug/displays/:id                           401 403 403 403 403 403 200  404
POST   /api/v1/municipalities/:slug/displays/:id/commands                  401 403 403 403 400 400 400  404
GET    /api/v1/municipalities/:slug/plans/:year/decisions                  401 403 200 200 200 200 200  404
POST   /api/v1/municipalities/:slug/plans/:year/measures/:id/decisions     401 403 403 403 400 400 400  404
PATCH  /api/v1/municipalities/:slug/decisions/:id                          401 403 403 403 400 400 400  404
DELETE /api/v1/municipalities/:slug/decisions/:id                          401 403 403 403 200 200 200  404
`;

export type AccessRow = { method: string; path: string; own: number[]; elsewhere: number | undefined };

export const accessRows: AccessRow[] = table
  .trim()
  .split('\n')
  .map((line) => {
    const [method = '', path = '', ...codes] = line.trim().split(/\s+/);
    const numbers = codes.map(Number);
    return {
      method,
      path,
      own: numbers.slice(0, columns.length),
      elsewhere: path.includes(':slug') ? numbers[columns.length] : undefined,
    };
  });
