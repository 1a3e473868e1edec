import { languages } from '@vointi/shared/text/text.ts';
import { useState } from 'react';
import { expect, it, vi } from 'vitest';
import { renderAlone } from '../../testing/render.tsx';
import { defineForm } from './define-form.ts';
import { localizedText, optionalLocalizedText } from './field-kinds.ts';
import { toFormTexts, type FormTexts } from './form-texts.ts';
import { Form } from './form.tsx';
import { controlledTexts, LocalizedField } from './localized-field.tsx';
import { ProblemError } from '../../lib/problem.ts';
import { useDefinedForm } from './use-defined-form.ts';

type Row = { id: string; version: number; name: { fi: string; sv?: string | undefined }; note: { fi: string } | null };
const row: Row = { id: '1', version: 4, name: { fi: 'Nimi', sv: 'Namn' }, note: null };
const definition = defineForm({
  fields: { name: localizedText(20), note: optionalLocalizedText(20) },
  values: ({ name, note }: Row) => ({ name, note }),
});

function Harness({ update }: { update: (body: object) => Promise<Row> }) {
  const { sending, texts } = useDefinedForm(definition, { row, update: (_, body) => update(body), onDone: () => {} });
  return (
    <Form {...sending}>
      <LocalizedField label={(language) => `Nimi ${language}`} {...texts('name')} />
      <LocalizedField label={(language) => `Muistio ${language}`} {...texts('note')} />
    </Form>
  );
}

function Alone({ onChange }: { onChange: (texts: FormTexts) => void }) {
  const [texts, setTexts] = useState(toFormTexts(row.name));
  const input = controlledTexts(texts, (next) => {
    setTexts(next);
    onChange(next);
  });
  return <LocalizedField label={(language) => `Nimi ${language}`} input={input} />;
}

type Screen = Awaited<ReturnType<typeof renderAlone>>['screen'];
/** The label of an optional field ends in saying so. */
const fieldOf = (screen: Screen, label: string) => screen.getByRole('textbox', { name: new RegExp(`^${label}`) });
const save = { name: 'Tallenna', exact: true };

it('draws an input for every language, marked with its language', async () => {
  const { screen } = await renderAlone(<Harness update={async () => row} />);
  for (const language of languages)
    await expect.element(fieldOf(screen, `Nimi ${language}`)).toHaveAttribute('lang', language);
});

it('sends the changed text and the version', async () => {
  const update = vi.fn<(body: object) => Promise<Row>>(async () => row);
  const { screen } = await renderAlone(<Harness update={update} />);
  await fieldOf(screen, 'Nimi sv').fill('Ett namn');
  await screen.getByRole('button', save).click();
  await vi.waitFor(() => expect(update).toHaveBeenCalledWith({ version: 4, name: { fi: 'Nimi', sv: 'Ett namn' } }));
});

it('refuses a translation without its original', async () => {
  const update = vi.fn(async () => row);
  const { screen } = await renderAlone(<Harness update={update} />);
  await fieldOf(screen, 'Muistio en').fill('Note');
  await screen.getByRole('button', save).click();
  await expect.element(fieldOf(screen, 'Muistio fi')).toHaveAttribute('aria-invalid', 'true');
  expect(update).not.toHaveBeenCalled();
});

it('refuses a required text without its original and says so at the field', async () => {
  const update = vi.fn(async () => row);
  const { screen } = await renderAlone(<Harness update={update} />);
  await fieldOf(screen, 'Nimi fi').fill('  ');
  await screen.getByRole('button', save).click();
  await expect.element(fieldOf(screen, 'Nimi fi')).toHaveAttribute('aria-invalid', 'true');
  await expect.element(fieldOf(screen, 'Nimi fi')).toHaveAccessibleDescription('Täytä tämä kohta.');
  await expect.element(fieldOf(screen, 'Nimi sv')).not.toHaveAttribute('aria-invalid');
  expect(update).not.toHaveBeenCalled();
});

it('takes a translation away and asks for none', async () => {
  const update = vi.fn<(body: object) => Promise<Row>>(async () => row);
  const { screen } = await renderAlone(<Harness update={update} />);
  for (const translation of ['Nimi sv', 'Nimi en', 'Muistio fi'])
    await expect.element(screen.getByRole('textbox', { name: `${translation} (valinnainen)` })).toBeVisible();
  await expect.element(screen.getByRole('textbox', { name: 'Nimi fi', exact: true })).toBeVisible();
  await fieldOf(screen, 'Nimi sv').fill('');
  await screen.getByRole('button', save).click();
  await vi.waitFor(() => expect(update).toHaveBeenCalledWith({ version: 4, name: { fi: 'Nimi' } }));
});

it('counts the length of each language by itself', async () => {
  const update = vi.fn(async () => row);
  const { screen } = await renderAlone(<Harness update={update} />);
  await fieldOf(screen, 'Nimi sv').fill('n'.repeat(21));
  await screen.getByRole('button', save).click();
  await expect.element(fieldOf(screen, 'Nimi sv')).toHaveAccessibleDescription('Enintään 20 merkkiä.');
  await expect.element(fieldOf(screen, 'Nimi fi')).not.toHaveAttribute('aria-invalid');
  expect(update).not.toHaveBeenCalled();
});

it('takes what another saved into an untouched language and offers a choice where both changed one', async () => {
  const current: Row = { ...row, version: 5, name: { fi: 'Toisen nimi', sv: 'Annat' } };
  const update = vi
    .fn<(body: object) => Promise<Row>>(async () => current)
    .mockRejectedValueOnce(new ProblemError('conflict', { status: 409, code: 'conflict', current } as never));
  const { screen } = await renderAlone(<Harness update={update} />);
  await fieldOf(screen, 'Nimi fi').fill('Oma nimi');
  await screen.getByRole('button', save).click();
  await expect.element(fieldOf(screen, 'Nimi sv')).toHaveValue('Annat');
  await expect.element(fieldOf(screen, 'Nimi fi')).toHaveValue('Oma nimi');
  await screen.getByRole('button', { name: /: Nimi fi$/ }).click();
  await expect.element(fieldOf(screen, 'Nimi fi')).toHaveValue('Toisen nimi');
  await screen.getByRole('button', save).click();
  await vi.waitFor(() => expect(update).toHaveBeenLastCalledWith({ version: 5 }));
});

it('works without a form around it', async () => {
  const onChange = vi.fn();
  const { screen } = await renderAlone(<Alone onChange={onChange} />);
  await fieldOf(screen, 'Nimi sv').fill('Nytt');
  expect(onChange).toHaveBeenLastCalledWith({ ...toFormTexts(row.name), sv: 'Nytt' });
});
