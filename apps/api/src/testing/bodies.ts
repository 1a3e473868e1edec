import type { Route } from '@vointi/shared/http/route.ts';

const text = { fi: 'Uusi nimi', sv: 'Nytt namn', en: 'A new name' };
const token = `${'0'.repeat(36)}.${'A'.repeat(43)}`;
const department = {
  kind: 'department',
  name: text,
  shortName: null,
  aliases: ['Toinen nimi'],
  contact: 'vaihde',
  successor: null,
  validFrom: '2024-01-01',
  validTo: null,
};
const display = {
  scenes: ['plan', 'goals'],
  seconds: 30,
  theme: 'light',
  night: { from: '22:00', to: '06:30' },
  language: 'sv',
  year: 2024,
};
const round = { name: text, periodAssessed: text, opensOn: '2035-02-01', closesOn: '2035-02-28' };

const indicator = {
  kind: 'number',
  name: text,
  unit: { fi: 'hlö' },
  decimals: 1,
  direction: 'up_is_good',
  set: 'kouluterveyskysely',
  definition: text,
  source: text,
  sourceId: 'sotkanet:1',
  sourceUrl: 'https://sotkanet.fi/',
  licence: 'CC BY 4.0',
  countsPeople: true,
  regionName: text,
};
const finding = {
  tone: 'positive',
  state: 'draft',
  text,
  period: '2024',
  ageGroups: ['all_ages'],
  indicators: ['vakiluku'],
  measures: ['liikkuva-koulu'],
};
const imported = {
  format: 'csv',
  text: 'mittari;jakso;arvo\r\nvakiluku;2024;78 000\r\n',
  indicator: 'vakiluku',
  source: text,
  licence: 'CC BY 4.0',
};

/** A valid body for each write. The loops over contracts spoil one part of it at a time. */
const bodies: Record<string, object> = {
  'PATCH /api/v1/municipalities/:slug/settings': {
    version: 1,
    languages: ['fi', 'sv'],
    boardAccess: 'public',
    approvalStep: true,
    statement: text,
    feedbackEmail: null,
  },
  'PUT /api/v1/municipalities/:slug/logo': { version: 1, data: 'AAAA' },
  'POST /api/v1/municipalities/:slug/feedback': { message: 'Hei', page: '/', replyTo: 'a@b.example' },
  'POST /api/v1/municipalities/:slug/departments': department,
  'PATCH /api/v1/municipalities/:slug/departments/:id': { ...department, version: 1 },
  'POST /api/v1/municipalities/:slug/departments/:id/merge': {
    into: '01890000-0000-7000-8000-000000000000',
    version: 1,
  },
  'POST /api/v1/municipalities/:slug/plans/:year/rounds': round,
  'PATCH /api/v1/municipalities/:slug/rounds/:roundId': {
    ...round,
    version: 1,
    decision: { date: '2027-03-29', section: '§ 31' },
  },
  'POST /api/v1/municipalities/:slug/rounds/:roundId/open': { version: 1 },
  'POST /api/v1/municipalities/:slug/rounds/:roundId/close': { version: 1 },
  'POST /api/v1/municipalities/:slug/rounds/:roundId/reminders': { departments: ['nuorisopalvelut'] },
  'POST /api/v1/municipalities/:slug/rounds/:roundId/reopenings': {
    department: 'nuorisopalvelut',
    reason: 'Vastaus jäi lähettämättä',
    untilOn: '2035-02-28',
  },
  'POST /api/v1/municipalities/:slug/plans/:year/findings': finding,
  'PATCH /api/v1/municipalities/:slug/plans/:year/findings/:id': { ...finding, version: 1, position: 0 },
  'POST /api/v1/municipalities/:slug/plans/:year/findings/:id/delete': { version: 1 },
  'PUT /api/v1/municipalities/:slug/plans/:year/indicators/:id/links': {
    version: 1,
    measures: ['liikkuva-koulu'],
    goals: ['osallisuus'],
  },
  'POST /api/v1/municipalities/:slug/indicators': indicator,
  'PATCH /api/v1/municipalities/:slug/indicators/:id': { ...indicator, version: 1 },
  'POST /api/v1/municipalities/:slug/indicators/:id/delete': { version: 1 },
  'PUT /api/v1/municipalities/:slug/indicators/:id/targets': { version: 1, targets: [{ period: '2025', value: 12 }] },
  'PUT /api/v1/municipalities/:slug/indicators/:id/breaks': { version: 1, breaks: [{ period: '2022', note: text }] },
  'PUT /api/v1/municipalities/:slug/indicator-values': {
    cells: [
      {
        indicator: 'vakiluku',
        period: '2024',
        ageGroup: 'working_age',
        sex: 'female',
        area: 'municipality',
        version: 0,
        value: { kind: 'number', value: 12 },
        note: text,
        source: text,
        sourceId: 'sotkanet:1',
        licence: 'CC BY 4.0',
        isUncertain: true,
      },
    ],
  },
  'POST /api/v1/municipalities/:slug/indicator-sets': { name: text },
  'PATCH /api/v1/municipalities/:slug/indicator-sets/:id': { version: 1, name: text },
  'POST /api/v1/municipalities/:slug/indicator-imports/preview': imported,
  'POST /api/v1/municipalities/:slug/indicator-imports': { ...imported, fingerprint: 'x', skipRefused: false },
  'PUT /api/v1/rounds/:roundId/assignments/:assignmentId/report': {
    kind: 'answer',
    version: 0,
    progress: 'in_progress',
    note: text,
    evidence: text,
    figures: [{ indicator: 'paihdetunnit', version: 0, kind: 'number', value: 350 }],
    onBehalfOf: 'Seuran sihteeri',
  },
  'POST /api/v1/rounds/:roundId/departments/:department/confirmations': {
    assignments: [{ assignmentId: '01890000-0000-7000-8000-000000000000', version: 0 }],
    onBehalfOf: null,
  },
  'PUT /api/v1/rounds/:roundId/assignments/:assignmentId/draft': {
    version: 0,
    baseVersion: 0,
    progress: 'done',
    note: 'Kesken',
    evidence: '',
    figures: { paihdetunnit: '2 0' },
    onBehalfOf: '',
  },
  'POST /api/v1/rounds/:roundId/assignments/:assignmentId/approval': {
    decision: 'return',
    draftId: '01890000-0000-7000-8000-000000000000',
    version: 1,
    comment: 'Tarkentaisitko?',
  },
  'POST /api/v1/rounds/:roundId/departments/:department/approvals': {
    drafts: [
      {
        assignmentId: '01890000-0000-7000-8000-000000000000',
        draftId: '01890000-0000-7000-8000-000000000000',
        version: 1,
      },
    ],
  },
  'POST /api/v1/rounds/:roundId/assignments/:assignmentId/comments': { text: 'Hyvä näin' },
  'POST /api/v1/municipalities/:slug/displays': { code: 'ABCD 2345', room: 'Kabinetti', settings: display },
  'PATCH /api/v1/municipalities/:slug/displays/:id': { version: 1, room: 'Valtuustosali', ...display },
  'POST /api/v1/municipalities/:slug/displays/:id/commands': { do: 'open', measure: 'liikkuva-koulu' },
  'POST /api/v1/municipalities/:slug/plans/:year/measures/:id/decisions': {
    text: 'Selvitetään rahoitus',
    decidedOn: '2026-11-24',
    meeting: 'Johtoryhmä',
  },
  'PATCH /api/v1/municipalities/:slug/decisions/:id': {
    version: 1,
    text: 'Selvitetään rahoitus syksyksi',
    decidedOn: '2026-11-25',
    meeting: 'Hyvinvointityöryhmä',
  },
  'POST /api/v1/municipalities/:slug/users': {
    email: 'uusi@kunta.example',
    displayName: 'Uusi Ihminen',
    language: 'fi',
    roles: [{ role: 'leader', department: null }],
  },
  'PATCH /api/v1/municipalities/:slug/users/:id': {
    version: 1,
    displayName: 'Toinen',
    email: 'toinen@kunta.example',
    roles: [{ role: 'reporter', department: 'nuorisopalvelut' }],
  },
  'POST /api/v1/municipalities/:slug/users/:id/disable': { version: 1 },
  'POST /api/v1/municipalities/:slug/users/:id/enable': { version: 1 },
  'POST /api/v1/municipalities/:slug/users/:id/remove': { version: 1 },
  'POST /api/v1/municipalities/:slug/identity-mappings': {
    claim: 'groups',
    value: 'Nuoriso',
    role: 'reporter',
    department: 'nuorisopalvelut',
  },
  'POST /api/v1/municipalities/:slug/audit/export': { action: 'user.invite', from: '2026-01-01', to: '2026-12-31' },
  'POST /api/v1/session': { email: 'nobody@kunta.example', password: 'väärä salasana' },
  'POST /api/v1/session/identity-provider': { returnTo: '/' },
  'POST /api/v1/session/identity-provider/finish': { query: 'code=x&state=y' },
  'PATCH /api/v1/account': { displayName: 'Minä', language: 'sv' },
  'PUT /api/v1/account/password': { current: 'entinen salasana', password: 'uusi pitkä lause' },
  'POST /api/v1/password-resets': { email: 'nobody@kunta.example' },
  'POST /api/v1/links/read': { token },
  'POST /api/v1/links/use': { token, password: 'uusi pitkä lause' },
};

/** @throws when a contract with a body has none here: add it */
export function bodyOf({ method, path, body }: Route): object {
  const sample = bodies[`${method} ${path}`];
  if (!body || !sample) throw new Error(`No sample body for ${method} ${path}`);
  return structuredClone(sample);
}
