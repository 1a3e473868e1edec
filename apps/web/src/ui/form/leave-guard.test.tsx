import { expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { renderAlone } from '../../testing/render.tsx';
import { LeaveGuard } from './leave-guard.tsx';

const draw = async ({ isDirty }: { isDirty: boolean }) => {
  const { screen, router } = await renderAlone(
    <>
      <input aria-label="Nimi" defaultValue="Kesken" />
      <LeaveGuard isDirty={isDirty} />
    </>,
  );
  const name = screen.getByLabelText('Nimi');
  await expect.element(name).toBeVisible();
  await name.click();
  return {
    router,
    name,
    leave: () => router.history.push('/elsewhere'),
    question: screen.getByRole('dialog', { name: 'Muutoksia ei ole tallennettu' }),
    elsewhere: screen.getByRole('heading', { name: 'Elsewhere' }),
  };
};

it('asks before another page takes the place of what is not saved, and stays', async () => {
  const { router, name, leave, question, elsewhere } = await draw({ isDirty: true });
  leave();
  await expect.element(question.getByText('Jos lähdet nyt, tekemäsi muutokset häviävät.')).toBeVisible();
  await question.getByRole('button', { name: 'Jatka muokkausta' }).click();
  await expect.element(question).not.toBeInTheDocument();
  await expect.element(name).toHaveValue('Kesken');
  await expect.element(name).toHaveFocus();
  expect(elsewhere.query()).toBeNull();
  expect(router.state.location.pathname).toBe('/');
});

it('stays on Escape, and asks again', async () => {
  const { name, leave, question } = await draw({ isDirty: true });
  leave();
  await expect.element(question).toBeVisible();
  await userEvent.keyboard('{Escape}');
  await expect.element(question).not.toBeInTheDocument();
  await expect.element(name).toBeVisible();
  leave();
  await expect.element(question).toBeVisible();
});

it('goes when the changes may be lost', async () => {
  const { leave, question, elsewhere } = await draw({ isDirty: true });
  leave();
  await question.getByRole('button', { name: 'Hylkää muutokset' }).click();
  await expect.element(elsewhere).toBeVisible();
  await expect.element(question).not.toBeInTheDocument();
});

it('goes without asking when all is saved', async () => {
  const { leave, question, elsewhere } = await draw({ isDirty: false });
  leave();
  await expect.element(elsewhere).toBeVisible();
  expect(question.query()).toBeNull();
});

it('lets the search of the same page change without asking', async () => {
  const { router, name, question } = await draw({ isDirty: true });
  await router.navigate({ to: '/', search: { view: 'table' } as never });
  expect(router.state.location.search).toEqual({ view: 'table' });
  await expect.element(name).toHaveValue('Kesken');
  expect(question.query()).toBeNull();
});
