import type { MunicipalityCard } from '@vointi/shared/municipality/contract.ts';
import { expect, it } from 'vitest';
import { renderPage } from '../../testing/render-page.tsx';

const hallila: MunicipalityCard = {
  slug: 'hallila',
  code: null,
  name: { fi: 'Hallila' },
  isFictional: true,
  plans: [
    {
      year: 2024,
      counts: { total: 59, done: 14, in_progress: 36, not_started: 2, not_reported: 5, mixed: 2 },
      ages: null,
      round: null,
      updatedAt: '2024-04-12T12:04:00.000Z',
    },
  ],
};

it('says in words that the API is unreachable, and recovers by trying again', async () => {
  let isDown = true;
  const { screen } = await renderPage('/', {
    respond: ({ path }) => {
      if (path !== '/api/v1/municipalities') return undefined;
      return isDown ? Promise.reject(new TypeError('Failed to fetch')) : Response.json({ municipalities: [hallila] });
    },
  });
  const alert = screen.getByRole('alert');
  await expect.element(alert).toMatchTextContent('Palveluun ei saada yhteyttä');
  isDown = false;
  await alert.getByRole('button', { name: 'Yritä uudelleen' }).click();
  await expect.element(screen.getByText('59 toimenpidettä')).toBeVisible();
});
