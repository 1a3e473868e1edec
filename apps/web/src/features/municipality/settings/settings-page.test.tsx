import type { Settings } from '@vointi/shared/municipality/settings-contract.ts';
import { expect, it } from 'vitest';
import { renderPage, signedIn } from '../../../testing/render-page.tsx';

const path = '/admin/hallila/settings';
const settings: Settings = {
  slug: 'hallila',
  name: { fi: 'Hallila' },
  languages: ['fi', 'sv', 'en'],
  boardAccess: 'public',
  approvalStep: false,
  withoutApprover: [],
  statement: null,
  feedbackEmail: null,
  logo: null,
  version: 1,
};

it('asks before leaving unsaved changes; staying keeps the input', async () => {
  const { screen, address } = await renderPage(path, {
    me: signedIn('municipality:manage', 'department:read'),
    respond: ({ path: address }) => {
      if (address.endsWith('/settings')) return Response.json(settings);
      return address.endsWith('/departments') ? Response.json({ departments: [] }) : undefined;
    },
  });
  const feedback = screen.getByLabelText(/^Saavutettavuuspalautteen osoite/);
  const departments = screen.getByRole('link', { name: 'Vastuutahot' });
  const question = screen.getByRole('dialog', { name: 'Muutoksia ei ole tallennettu' });
  await feedback.fill('palaute@hallila.example');
  await departments.click();
  await question.getByRole('button', { name: 'Jatka muokkausta' }).click();
  await expect.element(question).not.toBeInTheDocument();
  expect(address()).toBe(path);
  await expect.element(feedback).toHaveValue('palaute@hallila.example');
  await departments.click();
  await question.getByRole('button', { name: 'Hylkää muutokset' }).click();
  await expect.element(screen.getByRole('heading', { level: 1, name: 'Vastuutahot' })).toHaveFocus();
  expect(address()).toBe('/admin/hallila/departments');
});

it('names the departments without an approver as soon as approval is chosen', async () => {
  const department = (slug: string, fi: string) => ({
    slug,
    kind: 'department' as const,
    name: { fi },
    shortName: null,
  });
  const withoutApprover = [department('liikunta', 'Liikuntapalvelut'), department('koulu', 'Perusopetus')];
  const { screen } = await renderPage(path, {
    me: signedIn('municipality:manage'),
    respond: ({ path: address }) =>
      address.endsWith('/settings') ? Response.json({ ...settings, withoutApprover }) : undefined,
  });
  const approval = screen.getByLabelText(/^Hyväksyjä vahvistaa/);
  const notice = screen.getByText(/^2 vastuutaholla ei ole hyväksyjää: Liikuntapalvelut ja Perusopetus\. /);
  await expect.element(approval).not.toBeChecked();
  expect(notice.query()).toBeNull();
  await approval.click();
  await expect.element(notice).toBeVisible();
  await expect
    .element(screen.getByRole('link', { name: 'Lisää hyväksyjät sivulla Henkilöt' }))
    .toHaveAttribute('href', '/admin/hallila/people');
  await approval.click();
  await expect.element(notice).not.toBeInTheDocument();
});
