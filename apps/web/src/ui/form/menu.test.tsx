import { expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { renderAlone } from '../../testing/render.tsx';
import { Menu } from './menu.tsx';

const draw = async (texts: readonly string[] = ['Yhdistä', 'Poista']) => {
  const onChoose = vi.fn<(text: string, focused: string | null | undefined) => void>();
  const items = texts.map((text) => ({
    text,
    onChoose: () => onChoose(text, document.activeElement?.getAttribute('aria-label')),
  }));
  const { screen } = await renderAlone(
    <>
      <h1>Vastuutahot</h1>
      <Menu trigger="Lisää" name="Lisää toimintoja: Kirjasto" items={items} />
    </>,
  );
  await expect.element(screen.getByRole('heading', { name: 'Vastuutahot' })).toBeVisible();
  return {
    screen,
    onChoose,
    opener: screen.getByRole('button', { name: 'Lisää toimintoja: Kirjasto' }),
    menu: screen.getByRole('dialog', { name: 'Lisää toimintoja: Kirjasto' }),
  };
};

it('opens and chooses by keyboard, closing before the action so that the focus is back at its button', async () => {
  const { opener, menu, onChoose } = await draw();
  await expect.element(opener).toHaveAttribute('aria-expanded', 'false');
  await userEvent.tab();
  await expect.element(opener).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  await expect.element(menu).toBeVisible();
  await expect.element(opener).toHaveAttribute('aria-expanded', 'true');
  await userEvent.tab();
  await userEvent.tab();
  await expect.element(menu.getByRole('button', { name: 'Poista' })).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  await expect.element(menu).not.toBeInTheDocument();
  expect(onChoose.mock.calls).toEqual([['Poista', 'Lisää toimintoja: Kirjasto']]);
  await expect.element(opener).toHaveFocus();
});

it('closes on Escape without choosing, and gives the focus back', async () => {
  const { opener, menu, onChoose } = await draw();
  await opener.click();
  await userEvent.tab();
  await expect.element(menu.getByRole('button', { name: 'Yhdistä' })).toHaveFocus();
  await userEvent.keyboard('{Escape}');
  await expect.element(menu).not.toBeInTheDocument();
  await expect.element(opener).toHaveFocus();
  await expect.element(opener).toHaveAttribute('aria-expanded', 'false');
  expect(onChoose).not.toHaveBeenCalled();
});

it('closes on a press outside', async () => {
  const { screen, opener, menu, onChoose } = await draw();
  await opener.click();
  await expect.element(menu).toBeVisible();
  await screen.getByRole('heading', { name: 'Vastuutahot' }).click();
  await expect.element(menu).not.toBeInTheDocument();
  expect(onChoose).not.toHaveBeenCalled();
});

it('draws no button without anything to choose', async () => {
  const { opener } = await draw([]);
  expect(opener.query()).toBeNull();
});
