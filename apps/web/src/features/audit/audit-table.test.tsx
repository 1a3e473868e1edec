import { auditActions } from '@vointi/shared/audit/action.ts';
import type { AuditRow } from '@vointi/shared/audit/contract.ts';
import type { ReactNode } from 'react';
import { expect, test } from 'vitest';
import { renderAlone } from '../../testing/render.tsx';
import { AuditTable } from './audit-table.tsx';

const id = (number: number) => `019a0000-0000-7000-8000-${String(number).padStart(12, '0')}`;
const names = {
  [id(1)]: { fi: 'Uimakoulu, Nuorisopalvelut', sv: 'Simskola, Ungdomstjänster' },
  [id(2)]: { fi: 'Kevät 2027', sv: 'Våren 2027' },
  [id(3)]: { fi: 'Nuorisopalvelut' },
};
const row = (number: number, more: Partial<AuditRow>): AuditRow => ({
  id: id(100 + number),
  sequence: number,
  createdAt: '2027-02-02T10:00:00.000Z',
  action: 'report.submit',
  actor: null,
  subject: `report:${id(1)}`,
  subjectName: null,
  before: null,
  after: null,
  requestId: null,
  ...more,
});

/** What the table says; its queries of the names of people find no server. */
async function textOf(table: ReactNode) {
  const { screen } = await renderAlone(table);
  return () => screen.getByRole('table').element().textContent;
}

test('names the measure, department, round and light of an answer, and no id or code', async () => {
  const after = { round: id(2), assignment: id(1), department: id(3), progress: 'not_started' };
  const entry = row(1, { before: { progress: 'done' }, after });
  const text = await textOf(<AuditTable slug="kouvola" entries={[entry]} names={names} />);
  await expect.poll(text).toMatch(/Vastasi toimenpiteeseen/);
  await expect.poll(text).toMatch(/Uimakoulu, Nuorisopalvelut/);
  await expect.poll(text).toMatch(/Kevät 2027/);
  await expect.poll(text).toMatch(/vihreä, valmis → .*punainen, aloittamatta/);
  expect(text()).not.toMatch(/not_started|[\da-f]{8}-[\da-f]{4}/);
});

test('shows no id of what is gone, for any action', async () => {
  const entries = auditActions.map((action, at) =>
    row(at, { action, subject: `${action.split('.')[0]}:${id(9)}`, after: { round: id(8), department: id(7) } }),
  );
  const text = await textOf(<AuditTable slug="kouvola" entries={entries} names={{}} />);
  await expect.poll(text).toMatch(/\(poistettu tai muualla\)/);
  expect(text()).not.toMatch(/[\da-f]{8}-[\da-f]{4}|audit\.|_/);
});
