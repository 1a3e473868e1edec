import type { Result } from '@vointi/shared/http/route.ts';
import type { ManagedRound, roundManageApi } from '@vointi/shared/round/manage-contract.ts';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { renderAlone } from '../../testing/render.tsx';
import { RoundDialog } from './round-dialog.tsx';
import { suggestionFor } from './suggestion.ts';

type Listed = Result<typeof roundManageApi.list>;

const openRound = { year: 2026, state: 'open', opensOn: '2026-11-02' } as ManagedRound;

/** The rounds that the API returns while the dialog is open. */
const drawBeside = async (listed: Partial<Listed>, language = 'fi') => {
  const answer: Listed = {
    rounds: [],
    years: [2026],
    plans: [{ year: 2026, departments: 26 }],
    canCreate: true,
    ...listed,
  };
  vi.stubGlobal('fetch', async () => Response.json(answer));
  const source = { suggestion: suggestionFor('2026-12-01', []), years: [2026] };
  const { screen } = await renderAlone(
    <RoundDialog slug="kouvola" source={source} onDone={vi.fn()} onClose={vi.fn()} />,
    { language },
  );
  return { screen, notice: screen.getByRole('status') };
};

beforeEach(() => vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-12-01T10:00:00+02:00') }));
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('plans the suggested round without opening it', async () => {
  const { screen, notice } = await drawBeside({});
  await expect
    .element(screen.getByLabelText('Ensimmäinen päivä'))
    .toHaveValue(expect.stringMatching(/^0?2\.12\.2026$/));
  await expect.element(screen.getByRole('button', { name: 'Suunnittele kierros' })).toBeVisible();
  await expect.element(notice).toBeEmptyDOMElement();
});

it.each([
  ['fi', 'Ensimmäinen päivä', 'Avaa kierros nyt', 'Kierros aukeaa heti 26 vastuutaholle.'],
  ['sv', 'Första dag', 'Öppna omgången nu', 'Omgången öppnas genast för 26 ansvariga.'],
  ['en', 'First day', 'Open the round now', 'The round opens at once to 26 departments.'],
])('says in %s that a round opens at once when its first day is today', async (language, label, button, text) => {
  const { screen, notice } = await drawBeside({}, language);
  await screen.getByLabelText(label).fill('1.12.2026');
  await expect.element(notice).toHaveTextContent(text);
  await expect.element(screen.getByRole('button', { name: button })).toBeVisible();
});

it('speaks of one department in the singular, and of a past first day as of today', async () => {
  const { screen, notice } = await drawBeside({ plans: [{ year: 2026, departments: 1 }] });
  await screen.getByLabelText('Ensimmäinen päivä').fill('30.11.2026');
  await expect.element(notice).toHaveTextContent('Kierros aukeaa heti yhdelle vastuutaholle.');
});

it('plans a round of today without opening it while another round of the plan is open', async () => {
  const { screen, notice } = await drawBeside({ rounds: [openRound] });
  await screen.getByLabelText('Ensimmäinen päivä').fill('1.12.2026');
  await expect
    .element(notice)
    .toHaveTextContent('Suunnitelmalla on jo avoin kierros. Tämä kierros aukeaa heti, kun se päätetään.');
  await expect.element(screen.getByRole('button', { name: 'Suunnittele kierros' })).toBeVisible();
});
