import { expect, it } from 'vitest';
import { openApiText } from '../openapi-command.ts';

type Json = { [key: string]: unknown };

/** Of one answer, of one round or of no light at all, with the reason. */
const exceptions: Record<string, string> = {
  // An answer of the round that its form is of.
  CurrentReport: 'an answer in the round of its form',
  Draft: 'what somebody is writing in the round of its form',
  'ReportingRow.otherDrafts': 'what others are writing in the round of its form',
  ReportInput: 'a request: an answer into the round of its address',
  '/api/v1/rounds/{roundId}/assignments/{assignmentId}/draft': 'a request: a draft in the round of its address',
  // Counts of the answers of one round, by their state.
  ManagedRound: 'a round itself',
  PublicRound: 'a round itself',
  RoundDepartment: 'a department in the round of its overview',
  // Other meanings of the word.
  ProblemAnswer: 'the status of an HTTP answer',
};

const tells = (names: readonly string[]) => ['round', 'origin', 'ages'].some((name) => names.includes(name));

/** Every object of the document that has a light or counts lights, by the names that lead to it. */
function lightsIn(node: unknown, path: readonly string[] = []): { path: string; names: string[] }[] {
  if (typeof node !== 'object' || node === null) return [];
  if (Array.isArray(node)) return node.flatMap((one) => lightsIn(one, path));
  const { properties, ...rest } = node as Json & { properties?: Json };
  const names = Object.keys(properties ?? {});
  const isLight = names.some((name) => ['progress', 'status', 'counts'].includes(name));
  return [
    ...(isLight ? [{ path: path.join('.'), names }] : []),
    ...Object.entries(properties ?? {}).flatMap(([name, one]) => lightsIn(one, [...path, name])),
    ...Object.values(rest).flatMap((one) => lightsIn(one, path)),
  ];
}

it('tells of every light, and wherever lights are counted, how old they are or where they are from', async () => {
  const { components, paths } = JSON.parse(await openApiText()) as { components: { schemas: Json }; paths: Json };
  const found = [components.schemas, paths].flatMap((part) =>
    Object.entries(part).flatMap(([name, one]) => lightsIn(one, [name])),
  );
  expect(found.map(({ path }) => path)).toEqual(
    expect.arrayContaining(['Board', 'BoardGoal', 'BoardMeasure', 'BoardAssignment', 'MunicipalityCard.plans']),
  );
  const silent = found.filter(({ names }) => !tells(names)).map(({ path }) => path);
  expect(silent.filter((path) => !(path in exceptions))).toEqual([]);
  expect(Object.keys(exceptions).filter((path) => !silent.includes(path))).toEqual([]);
});
