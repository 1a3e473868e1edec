import type { RoundOverview } from '@vointi/shared/round/manage-contract.ts';
import { expect, test } from 'vitest';
import { renderAlone } from '../../../testing/render.tsx';
import { today } from '../today.ts';
import { CloseDialog } from './close-dialog.tsx';

const counts = { answered: 15, confirmed: 0, late: 0, missing: 74, total: 89, waiting: 0 };
const department = (name: string, drafts: number, awaitingApproval: number) => ({
  department: { slug: name.toLowerCase(), kind: 'department', name: { fi: name }, shortName: null },
  drafts,
  awaitingApproval,
});
const inDays = (days: number) => new Date(Date.parse(today()) + days * 86_400_000).toISOString().slice(0, 10);
const overviewOf = (closesOn: string, departments: ReturnType<typeof department>[]) =>
  ({ round: { name: { fi: 'Kevät 2027' }, closesOn }, counts, departments, lint: [] }) as unknown as RoundOverview;
const draw = async (overview: RoundOverview) => {
  const { screen } = await renderAlone(
    <CloseDialog slug="kouvola" overview={overview} onDone={() => {}} onClose={() => {}} />,
  );
  return screen.getByRole('dialog');
};

test('tells before closing how many days are left, whose drafts stay unsent and which answers stay unapproved', async () => {
  const dialog = await draw(
    overviewOf(inDays(12), [
      department('Kirjasto', 1, 0),
      department('Nuorisopalvelut', 2, 1),
      department('Liikunta', 0, 0),
    ]),
  );
  await expect.element(dialog.getByText('Viimeiseen päivään on vielä 12 päivää.')).toBeVisible();
  await expect
    .element(dialog.getByText('3 vastausta on kesken ja jää lähettämättä: Kirjasto 1, Nuorisopalvelut 2.'))
    .toBeVisible();
  await expect
    .element(dialog.getByText('Yksi vastaus odottaa hyväksymistä ja jää hyväksymättä: Nuorisopalvelut 1.'))
    .toBeVisible();
  await expect.element(dialog.getByText('74 vastausta puuttuu, ja ne jäädytetään puuttuvina.')).toBeVisible();
});

test('says none of it after the last day with nothing under way', async () => {
  const dialog = await draw(overviewOf(inDays(-1), [department('Kirjasto', 0, 0)]));
  await expect.element(dialog.getByText('74 vastausta puuttuu, ja ne jäädytetään puuttuvina.')).toBeVisible();
  await expect.element(dialog.getByText(/Viimeiseen päivään|kesken|odottaa hyväksymistä/)).not.toBeInTheDocument();
});
