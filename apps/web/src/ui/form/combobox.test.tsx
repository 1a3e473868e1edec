import { useState } from 'react';
import { expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { renderAlone } from '../../testing/render.tsx';
import { Combobox, type ComboOption } from './combobox.tsx';

const departments: ComboOption[] = ['Kirjastopalvelut', 'Liikuntapalvelut', 'Nuorisopalvelut', 'Tekninen tuotanto'].map(
  (label) => ({ value: label.toLowerCase().replaceAll(' ', '-'), label }),
);

type Props = { start?: ComboOption; isStale?: boolean; more?: number; onChoose?: (option: ComboOption | null) => void };

function Harness({ start, isStale = false, more = 0, onChoose }: Props) {
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<ComboOption | null>(start ?? null);
  return (
    <Combobox
      label="Vastuutaho"
      placeholder="Etsi vastuutahoa"
      chosen={chosen}
      options={departments.filter(({ label }) => label.toLowerCase().includes(text.toLowerCase()))}
      more={more}
      isStale={isStale}
      onType={setText}
      onChoose={(option) => {
        setChosen(option);
        onChoose?.(option);
      }}
    />
  );
}

const draw = async (props: Props = {}) => {
  const { screen } = await renderAlone(<Harness {...props} />);
  return { screen, field: screen.getByRole('combobox', { name: 'Vastuutaho' }) };
};

it('chooses the second match by keyboard and keeps focus in the field', async () => {
  const { field } = await draw();
  await field.fill('palvelut');
  await userEvent.keyboard('{ArrowDown}{Enter}');
  await expect.element(field).toHaveValue('Liikuntapalvelut');
  await expect.element(field).toHaveFocus();
  await expect.element(field).toHaveAttribute('aria-expanded', 'false');
});

it('chooses an option by pointer', async () => {
  const { screen, field } = await draw();
  await field.click();
  await screen.getByRole('option', { name: 'Tekninen tuotanto' }).click();
  await expect.element(field).toHaveValue('Tekninen tuotanto');
});

it('gives back the former choice on Escape after the field was emptied', async () => {
  const { field } = await draw({ start: departments[2]! });
  await field.fill('');
  await userEvent.keyboard('{Escape}');
  await expect.element(field).toHaveValue('Nuorisopalvelut');
});

it('forgets a text that was typed and not chosen when focus leaves', async () => {
  const { screen, field } = await draw({ start: departments[0]! });
  await field.fill('liik');
  await userEvent.tab();
  await expect.element(field).toHaveValue('Kirjastopalvelut');
  await expect.element(screen.getByRole('option', { name: 'Liikuntapalvelut' })).not.toBeInTheDocument();
});

it('keeps Enter from choosing what an earlier search found', async () => {
  const onChoose = vi.fn();
  const { field } = await draw({ isStale: true, onChoose });
  await field.fill('palvelut');
  await userEvent.keyboard('{Enter}');
  expect(onChoose).not.toHaveBeenCalled();
  await expect.element(field).toHaveAttribute('aria-expanded', 'true');
});

it('announces how many options there are, and that there are more', async () => {
  const { screen, field } = await draw({ more: 7 });
  await field.fill('palvelut');
  await expect.element(screen.getByRole('status')).toHaveTextContent('3 vaihtoehtoa.');
  await expect.element(screen.getByText('7', { exact: false })).toBeVisible();
});

it('clears the choice with its button and gives focus back to the field', async () => {
  const { screen, field } = await draw({ start: departments[1]! });
  await screen.getByRole('button', { name: /Vastuutaho/ }).click();
  await expect.element(field).toHaveValue('');
  await expect.element(field).toHaveFocus();
});
