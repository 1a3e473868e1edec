import type { ReportingFigure, ReportingRow } from '@vointi/shared/report/contract.ts';
import { expect, it, vi } from 'vitest';
import { renderPage, signedIn } from '../../testing/render-page.tsx';
import { reportingServer } from './testing/reporting-server.ts';
import { makeRow } from './testing/rows.ts';

type Previous = NonNullable<ReportingRow['previous']>;

const rowOf = (
  id: string,
  title: string,
  progress: Previous['progress'],
  note: string,
  figures: ReportingFigure[] = [],
) =>
  makeRow(id, {
    measure: { code: id, title: { fi: title }, goal: { fi: 'Liike' }, isNew: false },
    previous: { ...makeRow(id).previous!, progress, note: { fi: note } },
    figures,
  });

const figureOf = (indicator: string, name: string, kind: ReportingFigure['kind'], unit?: string): ReportingFigure => ({
  indicator,
  name: { fi: name },
  kind,
  unit: unit === undefined ? null : { fi: unit },
  decimals: 0,
  value: null,
  version: 0,
});

const rows = [
  rowOf('kavelyt', 'Kyläkävelyt', 'in_progress', 'Kävelty kerran viikossa.'),
  rowOf('kerhot', 'Iltapäiväkerhot', 'in_progress', 'Kerho kahdella koululla.'),
  rowOf('valineet', 'Lainattavat välineet', 'done', 'Lainaamo on auki.', [
    figureOf('lainaajat', 'Lainaajat', 'number', 'hlö'),
    figureOf('avattu', 'Avattu', 'milestone'),
    figureOf('esteeton', 'Esteetön', 'yes_no'),
    figureOf('suunta', 'Kysyntä', 'trend'),
    figureOf('paikat', 'Paikat', 'text'),
  ]),
  rowOf('uinti', 'Uimakoulu', 'not_started', 'Halli on remontissa.'),
];

const openPage = async () => {
  const server = reportingServer(rows);
  const { screen } = await renderPage('/reporting', { me: signedIn(), respond: server.respond });
  const main = screen.getByRole('main');
  const row = (title: string) => main.getByRole('region', { name: title });
  const bar = main.getByRole('group', { name: 'Tallennus ja lähettäminen' });
  await expect.element(row('Kyläkävelyt')).toBeVisible();
  return {
    server,
    main,
    row,
    bar,
    light: (title: string, word: string) => row(title).getByRole('radio', { name: new RegExp(`^${word}`) }),
    note: (title: string) => row(title).getByLabelText(/^(Mitä tehtiin|Miksi)\?/),
    evidence: (title: string) => row(title).getByLabelText(/^Mistä sen näkee\?/),
    send: bar.getByRole('button', { name: /^Lähetä/ }),
    thanks: main.getByRole('heading', { name: /^Kiitos!/ }),
    titles: () =>
      main
        .getByRole('list', { name: 'Toimenpiteet' })
        .getByRole('heading', { level: 2 })
        .elements()
        .map(({ textContent }) => textContent),
  };
};

it('asks for a reason of red and of a fall, for evidence of green; focuses the first and loses nothing', async () => {
  const { row, bar, light, note, evidence, send, thanks } = await openPage();
  await light('Kyläkävelyt', 'Aloittamatta').click();
  await light('Iltapäiväkerhot', 'Valmis').click();
  await light('Lainattavat välineet', 'Etenee').click();
  await light('Uimakoulu', 'Etenee').click();
  await send.click();
  await expect.element(row('Kyläkävelyt').getByLabelText('Miksi?')).toHaveFocus();
  await expect.element(row('Kyläkävelyt').getByText('Kerro lyhyesti miksi.')).toBeVisible();
  await expect.element(row('Iltapäiväkerhot').getByText('Kerro yhdellä rivillä, mistä sen näkee.')).toBeVisible();
  await expect.element(row('Lainattavat välineet').getByText('Kerro lyhyesti miksi.')).toBeVisible();
  await expect.element(bar.getByText(/^3 kohtaa pitää täydentää\. Ensimmäinen: Kyläkävelyt, Miksi\?/)).toBeVisible();
  // The complete answer was sent.
  await expect.element(row('Uimakoulu').getByText(/^Vastattu \d/)).toBeVisible();
  await note('Kyläkävelyt').fill('Vetäjä vaihtui.');
  await evidence('Iltapäiväkerhot').fill('Ilmoittautumiset 3/2025');
  await note('Lainattavat välineet').fill('Lainaamo muuttaa.');
  await send.click();
  await expect.element(thanks).toHaveTextContent('Kiitos! 3 vastausta on lähetetty');
});

it('reads figures by their kind, proposes them from the note, and refuses them in words', async () => {
  const { row, light, note, send, thanks } = await openPage();
  const title = 'Lainattavat välineet';
  await light(title, 'Valmis').click();
  await note(title).fill('Lainaamo on auki arkisin. Lainaajia oli 2 050.');
  const group = row(title).getByRole('group', { name: 'Tekstistä löytyi:' });
  await expect.element(group).toMatchTextContent('Lainaajat 2 050');
  await group.getByRole('button', { name: 'Tallenna mittareiksi' }).click();
  const borrowers = row(title).getByLabelText('Lainaajat (hlö)');
  await expect.element(borrowers).toHaveValue('2\u00a0050');
  await expect.element(borrowers).toHaveFocus();
  await expect.element(note(title)).toHaveValue('Lainaamo on auki arkisin. Lainaajia oli 2 050.');
  await borrowers.fill('2.050');
  await row(title).getByLabelText('Avattu').fill('31.02.2025');
  await send.click();
  await expect.element(borrowers).toHaveFocus();
  await expect.element(row(title).getByText(/^Lukua ei voi tulkita varmasti\./)).toBeVisible();
  await expect.element(row(title).getByText('Tällaista päivää ei ole.')).toBeVisible();
  await borrowers.fill('2 050');
  await row(title).getByLabelText('Avattu').fill('08.2025');
  // A wrong choice can be undone without losing the rest.
  const isReachable = row(title).getByRole('group', { name: 'Esteetön' });
  const yes = isReachable.getByRole('radio', { name: 'Kyllä' });
  await isReachable.getByRole('radio', { name: 'Ei' }).click();
  await isReachable.getByRole('button', { name: 'Peru valinta' }).click();
  await expect.element(yes).toHaveFocus();
  expect(isReachable.getByRole('radio', { checked: true }).query()).toBeNull();
  await yes.click();
  await row(title).getByRole('group', { name: 'Kysyntä' }).getByRole('radio', { name: 'Kasvaa' }).click();
  await row(title).getByLabelText('Paikat').fill('Kirjasto ja uimahalli');
  await send.click();
  await expect.element(thanks).toBeVisible();
  await expect
    .poll(() =>
      row(title)
        .getByRole('definition')
        .elements()
        .map(({ textContent }) => textContent?.replaceAll('\u00a0', ' ')),
    )
    .toEqual(['2 050', '08/2025', 'kyllä', 'kasvaa', 'Kirjasto ja uimahalli']);
});

it('replaces "no change" by a new answer; the row stays in place', async () => {
  const { row, light, evidence, send, titles } = await openPage();
  const before = titles();
  expect(before).toHaveLength(rows.length);
  const box = () => row('Iltapäiväkerhot').element().getBoundingClientRect().toJSON() as unknown;
  const place = box();
  await row('Iltapäiväkerhot')
    .getByRole('button', { name: /^Ei muutosta/ })
    .click();
  await expect.element(row('Iltapäiväkerhot').getByText(/^Ennallaan \d/)).toBeVisible();
  expect(box()).toEqual(place);
  expect(titles()).toEqual(before);
  await light('Iltapäiväkerhot', 'Valmis').click();
  await evidence('Iltapäiväkerhot').fill('Syksyn tilasto');
  await send.click();
  await expect.element(row('Iltapäiväkerhot').getByText(/^Vastattu \d/)).toBeVisible();
  expect(titles()).toEqual(before);
});

it('shows both texts of a conflict to the second person, who merges them', async () => {
  const { server, row, light, note, send, thanks } = await openPage();
  const title = 'Kyläkävelyt';
  await light(title, 'Etenee').click();
  await note(title).fill('Ainon teksti.');
  server.answerMeanwhile('kavelyt', { progress: 'done', note: { fi: 'Maijan teksti.' }, evidence: { fi: 'Tilasto' } });
  await send.click();
  const panel = row(title).getByRole('group', { name: 'Tähän on kaksi vastausta' });
  await expect.element(panel).toHaveFocus();
  await expect.element(panel.getByRole('group', { name: 'Sinun tekstisi' })).toMatchTextContent('Ainon teksti.');
  const theirs = panel.getByRole('group', { name: /^Maija, \d{1,2}\.\d{1,2}\.\d{4} klo \d{1,2}\.\d\d$/ });
  await expect.element(theirs).toMatchTextContent('Maijan teksti.');
  await expect.element(theirs).toMatchTextContent('Valmis');
  await panel.getByRole('button', { name: /^Yhdistä tekstit/ }).click();
  await expect.element(note(title)).toHaveValue('Ainon teksti.\n\nMaijan teksti.');
  await note(title).fill('Ainon teksti. Maijan teksti.');
  await light(title, 'Valmis').click();
  await send.click();
  await expect.element(thanks).toHaveTextContent('Kiitos! Yksi vastaus on lähetetty');
});

it('shows the words that an earlier round did not take, and copies them', async () => {
  const unsent = {
    round: { fi: 'Kevät 2027' },
    progress: 'in_progress' as const,
    note: 'Kesken jäi tämä lause.',
    evidence: '',
    updatedAt: '2027-03-31T10:00:00.000Z',
    isAwaited: false,
  };
  const [first, ...others] = rows;
  const server = reportingServer([{ ...first!, unsent: [unsent] }, ...others]);
  const { screen } = await renderPage('/reporting', { me: signedIn(), respond: server.respond });
  const row = screen.getByRole('main').getByRole('region', { name: 'Kyläkävelyt' });
  await expect.element(row.getByText(/^Jäi lähettämättä: Kevät 2027, 31\.0?3\.2027$/)).toBeVisible();
  await expect.element(row.getByText('Kesken jäi tämä lause.')).toBeVisible();
  const copied: string[] = [];
  const write = vi.spyOn(navigator.clipboard, 'writeText').mockImplementation(async (text) => void copied.push(text));
  await row.getByRole('button', { name: 'Kopioi teksti' }).click();
  expect(copied).toEqual(['Etenee\nKesken jäi tämä lause.']);
  write.mockRestore();
  await expect
    .element(screen.getByRole('region', { name: 'Uimakoulu' }).getByText(/Jäi lähettämättä/))
    .not.toBeInTheDocument();
});

it('begins a new light with an empty note, and with the former one by a press', async () => {
  const { row, light, note } = await openPage();
  await light('Kyläkävelyt', 'Valmis').click();
  await expect.element(note('Kyläkävelyt')).toHaveValue('');
  await expect.element(row('Kyläkävelyt').getByText('Kävelty kerran viikossa.')).toBeVisible();
  await row('Kyläkävelyt').getByRole('button', { name: 'Ota pohjaksi' }).click();
  await expect.element(note('Kyläkävelyt')).toHaveValue('Kävelty kerran viikossa.');
  await expect.element(row('Kyläkävelyt').getByRole('button', { name: 'Ota pohjaksi' })).not.toBeInTheDocument();
});
