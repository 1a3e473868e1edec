import type { Draft, ReportingForm, ReportingRow } from '@vointi/shared/report/contract.ts';
import type { ReportedRow } from '@vointi/shared/report/write-contract.ts';
import { expect, it } from 'vitest';
import { renderPage, signedIn } from '../../testing/render-page.tsx';
import type { SentRequest } from '../../testing/stub-fetch.ts';
import type { ApprovedAll } from './api.ts';
import { makeDraft, makeForm, makeReport, makeReported, makeRow } from './testing/rows.ts';

const sent = (id: string, author: string, hour: number, more: Partial<Draft> = {}) => ({
  ...makeDraft({ id, note: `Teksti: ${id}.`, sentAt: `2024-04-12T1${hour}:00:00.000Z`, ...more }),
  author,
});
const rowOf = (id: string, title: string, more: Partial<ReportingRow>) =>
  makeRow(id, { measure: { code: id, title: { fi: title }, goal: { fi: 'Liike' }, isNew: false }, ...more });

/** The approver's form, whose rows the test changes, and the answers of the server. */
async function openPage(rows: ReportingRow[], approveAll?: (body: unknown) => ApprovedAll) {
  const round: ReportingForm['round'] = {
    id: crypto.randomUUID(),
    slug: 'nyt',
    name: { fi: 'Syksyn kierros' },
    periodAssessed: { fi: 'syksy' },
    state: 'open',
    opensAt: null,
    closesAt: null,
  };
  const server = { rows };
  const respond = ({ path, body }: SentRequest) => {
    const can = { report: true, approve: true, comment: true };
    if (path === '/api/v1/reporting') return Response.json({ desks: [makeForm(server.rows, { round, can })] });
    if (path.endsWith('/visits')) return Response.json({ done: true });
    if (path === `/api/v1/rounds/${round.id}/departments/nuoriso/approvals`) return Response.json(approveAll?.(body));
    return undefined;
  };
  const page = await renderPage('/reporting', { me: signedIn(), respond });
  const waiting = page.screen.getByRole('region', { name: /^Odottaa hyväksyntääsi/ });
  await expect.element(waiting).toBeVisible();
  return {
    ...page,
    server,
    waiting,
    card: (title: string) => waiting.getByRole('listitem').filter({ hasText: title }),
  };
}

it('shows the former light beside the new one', async () => {
  const { card } = await openPage([
    rowOf('a', 'Kyläkävelyt', { otherDrafts: [sent('a', 'Maija', 2)] }),
    rowOf('b', 'Uimakoulu', {
      state: 'answered',
      report: makeReport({ progress: 'not_started' }),
      otherDrafts: [sent('b', 'Maija', 2, { baseVersion: 1, progress: 'in_progress' })],
    }),
    rowOf('c', 'Uusi kerho', { previous: null, otherDrafts: [sent('c', 'Maija', 2)] }),
  ]);
  await expect.element(card('Kyläkävelyt')).toMatchTextContent(/Ennen:.*Etenee.*Syksy 2023.*Lähetetty:.*Valmis.*Maija/);
  await expect
    .element(card('Uimakoulu'))
    .toMatchTextContent(/Ennen:.*Aloittamatta.*12\.0?4\.2024.*Lähetetty:.*Etenee.*Maija/);
  await expect.element(card('Uusi kerho')).toMatchTextContent(/Ei aiempaa arviota.*Lähetetty:.*Valmis/);
});

it('lets only the newest of two answers be approved, and shows the older beside it', async () => {
  const { waiting } = await openPage([
    rowOf('a', 'Kyläkävelyt', { otherDrafts: [sent('vanha', 'Maija', 1), sent('uusi', 'Pekka', 3)] }),
  ]);
  await expect.element(waiting.getByRole('heading', { level: 2 })).toHaveTextContent('Odottaa hyväksyntääsi (1)');
  const older = waiting.getByRole('region', { name: 'Aiempi vastaus: Maija' });
  await expect.element(older).toMatchTextContent('Teksti: vanha.');
  await expect.element(older.getByText(/Vain uudemman voi hyväksyä\.$/)).toBeVisible();
  expect(older.getByRole('button', { name: /^Hyväksy/ }).query()).toBeNull();
  await expect.element(older.getByRole('button', { name: 'Palauta: Kyläkävelyt' })).toBeVisible();
  expect(waiting.getByRole('button', { name: 'Hyväksy: Kyläkävelyt' }).elements()).toHaveLength(1);
  await expect.element(waiting).toMatchTextContent('Teksti: uusi.');
});

it('approves all at once, and tells which were not and why, also when nothing waits any more', async () => {
  const rows = [
    rowOf('a', 'Kyläkävelyt', { otherDrafts: [sent('a', 'Maija', 2)] }),
    rowOf('b', 'Uimakoulu', { otherDrafts: [sent('b', 'Maija', 2)] }),
    rowOf('c', 'Kerhot', { otherDrafts: [sent('c', 'Maija', 2)] }),
  ];
  const approved = (id: string): ReportedRow => makeReported(id, { report: makeReport({ progress: 'done' }) });
  const {
    screen,
    server,
    waiting,
    sent: requests,
  } = await openPage(rows, () => {
    // Meanwhile the writer has taken the third back.
    server.rows = rows.map((row) => ({
      ...row,
      state: row.assignmentId === 'c' ? 'missing' : 'answered',
      otherDrafts: [],
      waitingSince: null,
    }));
    return {
      rows: [approved('a'), approved('b')],
      skipped: [
        {
          assignmentId: 'c',
          draftId: 'c',
          why: 'gone',
          current: makeReported('c', { state: 'missing', report: null }),
        },
      ],
    };
  });
  await waiting.getByRole('button', { name: 'Hyväksy kaikki (3)' }).click();
  await expect.element(waiting.getByText('2 vastausta hyväksyttiin.')).toBeVisible();
  const body = requests.find(({ path }) => path.endsWith('/approvals'))?.body;
  expect(body).toEqual({ drafts: ['a', 'b', 'c'].map((id) => ({ assignmentId: id, draftId: id, version: 1 })) });
  // The list is read again: its button and cards are gone, what was told stays until it is closed.
  await expect.element(screen.getByRole('region', { name: 'Odottaa hyväksyntääsi (0)' })).toBeVisible();
  expect(waiting.getByRole('button', { name: /^Hyväksy/ }).query()).toBeNull();
  await expect.element(waiting.getByText('Yhtä ei voitu hyväksyä:')).toBeVisible();
  await expect.element(waiting.getByText(/^Kerhot – on jo ratkaistu/)).toBeVisible();
  await waiting.getByRole('button', { name: 'Sulje' }).click();
  await expect.poll(() => waiting.query()).toBeNull();
});

it('counts what waits apart from what is answered', async () => {
  const { screen } = await openPage([
    rowOf('a', 'Kyläkävelyt', { otherDrafts: [sent('a', 'Maija', 2)] }),
    rowOf('b', 'Uimakoulu', { state: 'answered', report: makeReport() }),
    rowOf('c', 'Kerhot', {}),
  ]);
  await expect.element(screen.getByText('1 / 3 vastattu')).toBeVisible();
  await expect.element(screen.getByText('1 odottaa hyväksyntää')).toBeVisible();
  await expect.element(screen.getByRole('button', { name: 'Loput ennallaan (1)' })).toBeVisible();
});
