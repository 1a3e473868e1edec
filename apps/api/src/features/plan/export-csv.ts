import type { Board } from '@vointi/shared/plan/contract.ts';
import { agesStatementOf } from '@vointi/shared/measure/ages-statement.ts';
import type { BoardFilter } from '@vointi/shared/plan/filter-fields.ts';
import { helsinkiDay } from '@vointi/shared/text/helsinki.ts';
import { type Language, type Text, textIn } from '@vointi/shared/text/text.ts';
import type fi from '../../locales/fi/board-file.json';
import type { Context, Reader } from '../../platform/context.ts';
import { asText, toCsv } from '../../platform/csv.ts';
import { readLocales } from '../../platform/messages.ts';
import type { Bytes } from '../../platform/serve.ts';
import { agesSentence } from './ages-sentence.ts';
import { type PlanKey, readFiltered } from './read.ts';

const fileTexts = readLocales<typeof fi>('board-file');
const columns = ['measure', 'goal', 'department', 'light', 'note', 'round', 'day', 'origin', 'carried'] as const;

type Query = BoardFilter & { round?: string | undefined; lang?: Language };

/** The board with its filters as a CSV file: a row for each light, with its age and origin. */
export async function exportBoardCsv(
  context: Context,
  key: PlanKey,
  { lang = 'fi', ...query }: Query,
  reader: Reader,
): Promise<Bytes> {
  const board = await readFiltered(context, key, query, reader);
  const file = csvOf(board, lang, context.now());
  return async (_request, reply) =>
    reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename="vointi-${key.slug}-${key.year}.csv"`)
      .send(file);
}

/** 5.12.2026, as a Finnish spreadsheet reads a day. */
function dayText(at: string | null): string {
  if (at === null) return '';
  const [year, month, day] = helsinkiDay(new Date(at)).split('-').map(Number);
  return `${day}.${month}.${year}`;
}

function csvOf(board: Board, lang: Language, at: Date): string {
  const texts = fileTexts[lang];
  const localize = (text: Text | null | undefined) => (text ? asText(textIn(text, lang).text) : '');
  const departments = new Map(board.departments.map(({ slug, name }) => [slug, name]));
  const rounds = new Map(board.rounds.map(({ slug, name }) => [slug, name]));
  const lights = board.goals.flatMap((goal) =>
    goal.measures.flatMap((measure) => measure.assignments.map((light) => ({ goal, measure, light }))),
  );
  const statement = agesStatementOf({ ...board, lights: lights.map(({ light }) => light) }, at.getTime());
  const rows = lights.map(({ goal, measure, light }) => [
    localize(measure.title),
    localize(goal.shortName),
    localize(departments.get(light.department)),
    texts.light[light.progress ?? 'not_reported'],
    localize(light.note),
    localize(rounds.get(light.round ?? '')),
    dayText(light.reportedAt),
    light.progress === null ? '' : texts.origin[light.origin ?? 'unknown'],
    light.progress === null ? '' : light.isCarried ? texts.yes : texts.no,
  ]);
  const head = `${textIn(board.municipality.name, lang).text} ${board.year}: ${agesSentence(statement, lang)}`;
  return toCsv([[asText(head)], columns.map((column) => texts.column[column]), ...rows]);
}
