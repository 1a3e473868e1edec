import { expect, it } from 'vitest';
import { Announcer } from '../../lib/announce.tsx';
import { renderAlone } from '../../testing/render.tsx';
import { showToast, Toaster } from './toast.tsx';

const draw = async () => {
  const { screen, router } = await renderAlone(
    <>
      <div data-testid="live">
        <Announcer />
      </div>
      <Toaster />
    </>,
  );
  const live = screen.getByTestId('live');
  await expect.element(live).toBeInTheDocument();
  const toast = (text: string) => screen.getByRole('paragraph').filter({ hasText: text });
  return { screen, router, live, toast, close: screen.getByRole('button', { name: 'Sulje' }) };
};

it('shows what is done with a link to it, and announces both', async () => {
  const { screen, live, toast } = await draw();
  showToast('Kierros on avattu.', { href: '#kierros', text: 'Katso kierrosta' });
  await expect.element(toast('Kierros on avattu.')).toBeVisible();
  await expect.element(screen.getByRole('link', { name: 'Katso kierrosta' })).toHaveAttribute('href', '#kierros');
  await expect.element(live).toHaveTextContent('Kierros on avattu. Katso kierrosta');
});

it('puts the newest text in the place of the former', async () => {
  const { screen, toast } = await draw();
  showToast('Kierros on avattu.', { href: '#kierros', text: 'Katso kierrosta' });
  await expect.element(toast('Kierros on avattu.')).toBeVisible();
  showToast('Tallennettu');
  await expect.element(toast('Tallennettu')).toBeVisible();
  await expect.element(toast('Kierros on avattu.')).not.toBeInTheDocument();
  await expect.element(screen.getByRole('link')).not.toBeInTheDocument();
});

it('announces a text that is told twice a second time', async () => {
  const { live } = await draw();
  showToast('Tallennettu kahdesti');
  await expect.element(live).toHaveTextContent('Tallennettu kahdesti');
  const before = live.element().textContent;
  showToast('Tallennettu kahdesti');
  await expect.poll(() => live.element().textContent).not.toBe(before);
  await expect.element(live).toHaveTextContent('Tallennettu kahdesti');
});

it('disappears when it is closed', async () => {
  const { close, toast } = await draw();
  showToast('Tallennettu');
  await close.click();
  await expect.element(toast('Tallennettu')).not.toBeInTheDocument();
  await expect.element(close).not.toBeInTheDocument();
});

it('disappears with the page that showed it', async () => {
  const { screen, router, live, toast } = await draw();
  showToast('Tallennettu');
  await expect.element(toast('Tallennettu')).toBeVisible();
  router.history.push('/elsewhere');
  await expect.element(screen.getByRole('heading', { name: 'Elsewhere' })).toBeVisible();
  router.history.push('/');
  await expect.element(live).toBeInTheDocument();
  expect(toast('Tallennettu').query()).toBeNull();
});
