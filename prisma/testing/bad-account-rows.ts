import type { Row } from './rows.ts';

const bad = (table: string, rule: string, ...changes: Row[]): [string, string, Row][] =>
  changes.map((change): [string, string, Row] => [table, rule, change]);
const past = { createdAt: '2030-01-01T00:00:00Z' };
const external = { issuer: 'https://id.example', subject: 'x' };
const addresses = ['A@kunta.example', 'a', 'a b@c', `${'x'.repeat(250)}@b.fi`];
const removed = { removedAt: '2026-01-01T00:00:00Z' };

/** Rows of accounts that the database refuses: table, rule, changes that make a good row bad. */
export const badAccountRows: [table: string, rule: string, changes: Row][] = [
  ...bad('User', 'email', ...addresses.map((email) => ({ email }))),
  ...bad('User', 'contactEmail', { contactEmail: 'x'.repeat(255) }),
  ...bad('User', 'language', { language: 'deu' }, { language: '' }, { language: 'DE' }),
  ...bad('User', 'passwordHash', { passwordHash: 'salasana' }),
  ...bad('User', 'identity', { subject: 'x' }, { issuer: 'x', passwordHash: null }),
  ...bad('User', 'way_in', external, { email: null }),
  ...bad(
    'User',
    'removed',
    { ...removed, passwordHash: null },
    { ...removed, passwordHash: null, email: null, contactEmail: 'a@b' },
    { ...removed, passwordHash: null, email: null, ...external },
  ),
  ...bad(
    'Membership',
    'department',
    { departmentId: null },
    { role: 'leader' },
    { role: 'approver', departmentId: null },
  ),
  ...bad(
    'Municipality',
    'languages',
    { languages: null },
    { languages: ['sv'] },
    { languages: ['fi', 'deu'] },
    { languages: ['fi', null] },
    { languages: ['fi,sv'] },
  ),
  ...bad('Municipality', 'feedbackEmail', ...addresses.map((feedbackEmail) => ({ feedbackEmail }))),
  ...bad('MunicipalityLogo', 'type', { type: 'image/svg+xml' }),
  ...bad('MunicipalityLogo', 'data', { data: '\\x' }, { data: `\\x${'00'.repeat(122_881)}` }),
  ...bad('MunicipalityLogo', 'hash', { hash: 'x' }),
  ...bad('Session', 'expiresAt', past),
  ...bad('Session', 'idToken', { idToken: 'x' }),
  ...bad('OneTimeLink', 'expiresAt', past),
  ...bad('SignInFlow', 'browserHash', { browserHash: '\\x0a' }),
  ...bad('SignInFlow', 'returnTo', { returnTo: 'https://evil.example' }, { returnTo: '//evil.example' }),
  ...bad('RateLimit', 'key', { key: '' }, { key: 'x'.repeat(201) }),
  ...bad('IdentityMapping', 'version', { version: 0 }),
  ...bad('IdentityMapping', 'department', { departmentId: null }, { role: 'admin' }),
];

/** Plain text columns of accounts that may not be blank. */
export const accountPhrases: [table: string, column: string, max: number][] = [
  ['Department', 'contact', 200],
  ['Session', 'userAgent', 200],
  ['IdentityMapping', 'claim', 100],
  ['IdentityMapping', 'value', 300],
  ['DemoMail', 'to', 254],
  ['DemoMail', 'subject', 300],
  ['DemoMail', 'text', 20_000],
];
