import { granted, type Permission } from '@vointi/shared/access/permissions.ts';
import type { Me } from '@vointi/shared/session/contract.ts';
import { expect, it } from 'vitest';
import { renderPage, signedIn } from '../../testing/render-page.tsx';

const everyone = signedIn();
const reporter: Me = {
  ...everyone,
  municipalities: everyone.municipalities.map((standing) => ({
    ...standing,
    roles: ['reporter'],
    can: Object.keys(granted.reporter) as Permission[],
  })),
};
const openPage = (address: string) => renderPage(address, { me: reporter, respond: () => undefined });

it.each(['people', 'departments', 'settings', 'identity', 'audit'])(
  'tells a reporter who may use the page of %s, and requests none of its data',
  async (page) => {
    const { screen, sent } = await openPage(`/admin/hallila/${page}`);
    await expect.element(screen.getByRole('heading', { name: 'Sinulla ei ole oikeutta tähän sivuun' })).toBeVisible();
    await expect.element(screen.getByText(/^Sivu on näille rooleille: .*Pääkäyttäjä/)).toBeVisible();
    await expect.element(screen.getByText(/Roolisi kunnassa Hallila: Raportoija\./)).toBeVisible();
    expect(sent.map(({ path }) => path)).toEqual(['/api/v1/session', '/api/v1/municipalities/hallila']);
  },
);

it('tells a reporter that administration is for admins', async () => {
  const { screen } = await openPage('/admin');
  await expect.element(screen.getByText(/^Hallinta on pääkäyttäjille/)).toBeVisible();
});
