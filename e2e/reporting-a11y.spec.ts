import type { Page, Route } from '@playwright/test';
import type { ReportingForm, Reporting } from '@vointi/shared/report/contract.ts';
import { beWide, expectToReflow, languages, lookAt } from './support/axe.ts';
import { beSignedIn } from './support/people.ts';
import { reporterOf } from './support/reporting-plan.ts';
import { expect, test } from './support/test.ts';

type State = {
  name: string;
  /** Changes to the server's answer. */
  desk?: Partial<ReportingForm>;
  rows?: Partial<ReportingForm['rows'][number]>;
  reach?: (page: Page) => Promise<unknown>;
};

const report = {
  version: 3,
  progress: 'done',
  note: { fi: 'Toisen teksti.' },
  evidence: null,
  confirmed: false,
  onBehalfOf: null,
  reportedAt: '2026-01-12T10:00:00.000Z',
  author: 'Maija Mallinen',
} as const;
const draft = {
  id: '019a0000-0000-7000-8000-000000000000',
  version: 1,
  baseVersion: 0,
  progress: 'in_progress',
  note: 'Luonnos.',
  evidence: '',
  figures: {},
  confirmed: false,
  onBehalfOf: '',
  updatedAt: '2026-01-12T10:00:00.000Z',
  figureVersions: null,
  sentAt: null,
  returnedAt: null,
} as const;
const writing = (page: Page) => page.getByRole('main').locator('input[type=radio]').nth(2).check();
const comment = {
  id: draft.id,
  text: 'Voisiko tähän saada luvun?',
  author: 'Kaisa',
  isOwn: false,
  createdAt: draft.updatedAt,
};

/** The states of the form. */
const states: readonly State[] = [
  { name: 'unanswered' },
  { name: 'writing', reach: writing },
  {
    name: 'problems',
    reach: async (page) => {
      await page.getByRole('main').locator('input[type=radio]').nth(0).check();
      await page.getByRole('main').locator('button').last().click();
      await expect(page.locator('[aria-invalid]').first()).toBeVisible();
    },
  },
  { name: 'answered', rows: { report, state: 'answered' } },
  { name: 'two answers', rows: { report, draft } },
  {
    name: 'others write and comment',
    rows: { otherDrafts: [{ ...draft, author: 'Maija Mallinen' }], comments: [comment] },
    reach: async (page) => {
      for (const more of await page.getByRole('main').locator('summary').all()) await more.click();
    },
  },
  {
    name: 'to be approved',
    desk: { approvalStep: true, can: { report: true, approve: true, comment: true } },
    rows: { otherDrafts: [{ ...draft, author: 'Maija Mallinen', sentAt: draft.updatedAt }] },
  },
  {
    name: 'overtaken while it waited',
    // The approval step was switched off after the answer was sent.
    desk: { approvalStep: false, can: { report: true, approve: true, comment: true } },
    rows: { report, otherDrafts: [{ ...draft, author: 'Maija Mallinen', sentAt: draft.updatedAt, onBehalfOf: 'Pia' }] },
    reach: async (page) => {
      const waiting = page.getByRole('main').locator('[aria-labelledby="approvals"]');
      await expect(waiting.getByRole('status')).not.toHaveCount(0);
      await expect(waiting.getByRole('button', { name: /^(Hyväksy|Godkänn|Approve):/ })).toHaveCount(0);
    },
  },
  { name: 'on behalf of others', desk: { needsOnBehalfOf: true } },
  { name: 'late', desk: { lock: { isOpen: true, until: '2026-01-01T22:00:00.000Z', isReopened: false } } },
  { name: 'closed', desk: { lock: { isOpen: false, why: 'closed', since: '2026-01-01T22:00:00.000Z' } } },
  { name: 'planned', desk: { lock: { isOpen: false, why: 'planned', since: '2036-01-01T22:00:00.000Z' } } },
  { name: 'without a round', desk: { round: null, lock: null } },
  { name: 'without measures', desk: { rows: [] } },
];

async function change(route: Route, { desk, rows }: State) {
  const answer = await route.fetch();
  const { desks } = (await answer.json()) as Reporting;
  const json: Reporting = {
    desks: desks.map((one) => ({ ...one, rows: one.rows.map((row) => ({ ...row, ...rows })), ...desk })),
  };
  await route.fulfill({ response: answer, json });
}

for (const state of states) {
  test(`axe and reflow: reporting, ${state.name}`, async ({ page }) => {
    await beSignedIn(page, reporterOf(14));
    await page.route('**/api/v1/reporting', (route) => change(route, state));
    // No draft is saved.
    await page.route('**/draft', (route) => route.abort());
    for (const language of languages) {
      await beWide(page);
      await page.goto(`/reporting?lang=${language}`);
      await expect(page.locator('html')).toHaveAttribute('lang', language);
      await expect(page.getByRole('heading', { level: 1, name: /14/ })).toBeVisible();
      await state.reach?.(page);
      await lookAt(page, language);
      await expectToReflow(page, language);
    }
  });
}
