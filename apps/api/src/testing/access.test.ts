import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { memberRoles, needsDepartment, type Role } from '@vointi/shared/access/permissions.ts';
import type { Reporting } from '@vointi/shared/report/contract.ts';
import type { Route } from '@vointi/shared/http/route.ts';
import type * as z from 'zod';
import { accessFile, accessText } from '../access-command.ts';
import { cookieName, hashOf } from '../platform/session.ts';
import { accessRows, columns } from './access-table.ts';
import { newDecision, newDisplay, newMapping, requestIds } from './request-ids.ts';
import { contractsOfApp, pathOf } from './samples.ts';
import { signIn } from './sign-in.ts';
import { startTestApp, type TestApp } from './test-app.ts';

const contracts = await contractsOfApp();
const rowOf = ({ method, path }: Route) => accessRows.find((row) => row.method === method && row.path === path);

let test: TestApp;
let ids: Record<string, string>;
let kouvola: string;
beforeAll(async () => {
  test = await startTestApp();
  ids = await requestIds(test);
  ({ id: kouvola } = await test.db.municipality.findUniqueOrThrow({ where: { slug: 'kouvola' } }));
  await addLogo(kouvola);
});
afterAll(() => test.close());

const addLogo = (municipalityId: string) =>
  test.db.municipalityLogo.create({
    data: { municipalityId, type: 'image/png', data: Uint8Array.of(0x89, 0x50), hash: '0123456789abcdef' },
  });

/** Each request has a new person in the role, as some routes end the session of the request. */
async function headersOf(role: Role, slug = 'kouvola'): Promise<Record<string, string>> {
  const origin = 'http://localhost:80';
  if (role === 'anonymous') return { origin };
  if (role === 'screen') {
    const token = crypto.randomUUID();
    const { id } = await test.db.municipality.findUniqueOrThrow({ where: { slug } });
    await test.db.display.create({ data: { municipalityId: id, room: 'Kabinetti', tokenHash: hashOf(token) } });
    return { origin, cookie: `${cookieName(undefined, 'screen')}=${token}` };
  }
  const department = needsDepartment(role) && { department: 'nuorisopalvelut' };
  return (await signIn(test, { role, slug, ...department })).headers;
}

/** Writes have an empty body, so that allowed ones are refused for it and change nothing. */
async function ask(contract: Route, headers: Record<string, string>): Promise<number> {
  const values = {
    ...ids,
    'identity-mappings.id': await newMapping(test.db, kouvola),
    'displays.id': await newDisplay(test.db, kouvola),
    'decisions.id': await newDecision(test.db, kouvola),
  };
  const query = contract.path.endsWith('/merge') && contract.method === 'GET' ? `?into=${ids['into']}` : '';
  const answer = await test.app.inject({
    method: contract.method,
    url: pathOf(contract, values) + query,
    headers,
    // For a stream the status at its beginning is enough.
    payloadAsStream: contract.produces === 'text/event-stream',
    ...(contract.body && { payload: {} }),
  });
  if (contract.produces === 'text/event-stream') answer.stream().destroy();
  return answer.statusCode;
}

it('has a row for every route, and none for an unknown route', () => {
  const routes = contracts.map(({ method, path }) => `${method} ${path}`);
  expect(accessRows.map(({ method, path }) => `${method} ${path}`).toSorted()).toEqual(routes.toSorted());
});

describe.each(contracts.map((contract) => ({ name: `${contract.method} ${contract.path}`, contract })))(
  '$name',
  ({ contract }) => {
    it.each(columns.map((role, index) => ({ role, index })))('answers $role', async ({ role, index }) => {
      expect(await ask(contract, await headersOf(role))).toBe(rowOf(contract)?.own[index]);
    });

    it.runIf(contract.path.includes(':slug'))(
      'answers people of another municipality, whatever their role',
      async () => {
        for (const role of memberRoles) {
          const code = await ask(contract, await headersOf(role, 'esimerkkila'));
          expect([role, code]).toEqual([role, rowOf(contract)?.elsewhere]);
        }
      },
    );

    it('answers an ended session as a visitor', async () => {
      const headers = await headersOf('admin');
      await test.db.session.updateMany({ data: { endedAt: new Date() } });
      expect(await ask(contract, headers)).toBe(rowOf(contract)?.own[0]);
    });
  },
);

describe('a board for the signed-in', () => {
  const readers = contracts.filter(({ can, path }) => can === 'plan:read' && path.includes(':slug'));
  beforeAll(async () => {
    await test.close();
    test = await startTestApp();
    ids = await requestIds(test);
    ({ id: kouvola } = await test.db.municipality.update({
      where: { slug: 'kouvola' },
      data: { boardAccess: 'signed_in', feedbackEmail: 'palaute@kunta.example' },
    }));
    await addLogo(kouvola);
  });

  it.each(readers.map((contract) => ({ name: `${contract.method} ${contract.path}`, contract })))(
    '$name is for its own people and screens',
    async ({ contract }) => {
      const let_in = contract.body ? 400 : 200;
      for (const role of columns) {
        const code = await ask(contract, await headersOf(role));
        // A write is refused for its empty body before its municipality is checked.
        expect([role, code]).toEqual([role, role === 'anonymous' && !contract.body ? 401 : let_in]);
      }
      for (const role of memberRoles) {
        const code = await ask(contract, await headersOf(role, 'esimerkkila'));
        expect([role, code]).toEqual([role, contract.body ? 400 : 404]);
      }
    },
  );

  it('shows at a screen again when the session of the person who signed in at it is over', async () => {
    const cookies = [await headersOf('screen'), await headersOf('leader')].map(({ cookie }) => cookie);
    const board = () =>
      test.app.inject({
        url: '/api/v1/municipalities/kouvola/plans/2024/board',
        headers: { cookie: cookies.join('; ') },
      });
    const session = () => test.app.inject({ url: '/api/v1/session', headers: { cookie: cookies.join('; ') } });
    expect((await session()).body).toContain('testi.example');
    await test.db.session.updateMany({ data: { endedAt: new Date() } });
    expect((await session()).json()).toMatchObject({ me: null });
    expect((await board()).statusCode).toBe(200);
  });

  it('appears in lists for its own people only', async () => {
    const listed = async (headers: Record<string, string>) => {
      const answer = await test.app.inject({ url: '/api/v1/municipalities', headers });
      return answer.json<{ municipalities: { slug: string }[] }>().municipalities.map(({ slug }) => slug);
    };
    expect(await listed({})).toEqual(['esimerkkila']);
    expect(await listed(await headersOf('reporter', 'esimerkkila'))).toEqual(['esimerkkila']);
    expect(await listed(await headersOf('reporter'))).toEqual(['esimerkkila', 'kouvola']);
    expect(await listed(await headersOf('screen'))).toEqual(['esimerkkila', 'kouvola']);
  });
});

describe('the answers of departments', () => {
  const desks = async (headers: Record<string, string>, query = '') => {
    const answer = await test.app.inject({ url: `/api/v1/reporting${query}`, headers });
    return answer.json<z.output<typeof Reporting>>().desks;
  };

  it('show a reporter what their own department answers for', async () => {
    const own = await desks(await headersOf('reporter'));
    expect(own.map(({ municipality, department }) => [municipality.slug, department.slug])).toEqual([
      ['kouvola', 'nuorisopalvelut'],
    ]);
    const rows = await test.db.assignment.count({
      where: {
        department: { slug: 'nuorisopalvelut', municipality: { slug: 'kouvola' } },
        measure: { plan: { year: 2024 } },
      },
    });
    expect(own[0]?.rows).toHaveLength(rows);
  });

  it('show nothing to a reporter of another department', async () => {
    expect(await desks(await headersOf('reporter'), '?department=perusopetus')).toEqual([]);
    expect(await desks(await headersOf('approver'), '?department=perusopetus')).toEqual([]);
  });

  it('show a leader everything of the municipality, and nothing of another', async () => {
    const all = await desks(await headersOf('leader'));
    expect(new Set(all.map(({ municipality }) => municipality.slug))).toEqual(new Set(['kouvola']));
    expect(all.length).toBeGreaterThan(20);
    expect(await desks(await headersOf('leader'), '?department=perusopetus')).toHaveLength(1);
  });
});

it('equals the table of docs/access.md (node apps/api/src/access-command.ts writes it)', () => {
  expect(readFileSync(accessFile, 'utf8')).toBe(accessText());
});
