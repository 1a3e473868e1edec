import { expect, it, vi } from 'vitest';
import { renderAlone } from '../../testing/render.tsx';
import { FileDrop } from './file-drop.tsx';

const logo = () => new File(['logo'], 'logo.png', { type: 'image/png' });

const draw = async (props: { error?: string; isBusy?: boolean } = {}) => {
  const onFile = vi.fn<(file: File) => void>();
  const { screen } = await renderAlone(
    <FileDrop
      id="logo"
      label="Vaakuna"
      hint="PNG, enintään 1 Mt"
      accept="image/png"
      error={props.error}
      isBusy={props.isBusy ?? false}
      onFile={onFile}
    />,
  );
  return { screen, onFile, input: screen.getByLabelText('Vaakuna') };
};

/** What the browser tells of a file that is dragged over an element, or dropped on it. */
const drag = (element: Element, type: 'dragover' | 'drop', files: readonly File[]) => {
  const dataTransfer = new DataTransfer();
  for (const file of files) dataTransfer.items.add(file);
  const event = new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true });
  element.dispatchEvent(event);
  return event;
};

it('takes a file that is picked, and the same file once more', async () => {
  const { input, onFile } = await draw();
  await expect.element(input).toHaveAccessibleDescription('PNG, enintään 1 Mt');
  await expect.element(input).toHaveAttribute('accept', 'image/png');
  await input.upload(logo());
  expect(onFile.mock.calls.map(([file]) => file.name)).toEqual(['logo.png']);
  await expect.element(input).toHaveValue('');
  await input.upload(logo());
  expect(onFile).toHaveBeenCalledTimes(2);
});

it('takes the first of the files that are dropped on it, and keeps the browser from opening them', async () => {
  const { screen, onFile } = await draw();
  const hint = screen.getByText('tai pudota se tähän');
  await expect.element(hint).toBeVisible();
  expect(drag(hint.element(), 'dragover', [logo()]).defaultPrevented).toBe(true);
  const drop = drag(hint.element(), 'drop', [logo(), new File(['other'], 'other.png')]);
  expect(drop.defaultPrevented).toBe(true);
  expect(onFile.mock.calls.map(([file]) => file.name)).toEqual(['logo.png']);
});

it('takes nothing from a drop without a file', async () => {
  const { screen, onFile } = await draw();
  const hint = screen.getByText('tai pudota se tähän');
  await expect.element(hint).toBeVisible();
  expect(drag(hint.element(), 'drop', []).defaultPrevented).toBe(true);
  expect(onFile).not.toHaveBeenCalled();
});

it('takes no other file while one is being saved', async () => {
  const { screen, input, onFile } = await draw({ isBusy: true });
  const note = screen.getByText('Tallennetaan…');
  await expect.element(note).toBeVisible();
  await input.upload(logo());
  drag(note.element(), 'drop', [logo()]);
  expect(onFile).not.toHaveBeenCalled();
});

it('says at the field why a file is refused', async () => {
  const { screen, input } = await draw({ error: 'Kuva on rikki.' });
  await expect.element(input).toHaveAttribute('aria-invalid', 'true');
  await expect.element(input).toHaveAccessibleDescription('Kuva on rikki. PNG, enintään 1 Mt');
  await expect.element(screen.getByRole('alert')).toHaveTextContent('Kuva on rikki.');
});
