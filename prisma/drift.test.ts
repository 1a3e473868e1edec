import { afterAll, beforeAll, expect, test } from 'vitest';
import { diffToSchema, readSchema } from './schema-engine.ts';
import { createTestDatabase, type TestDatabase } from './testing/test-database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

test('reaches the schema by the migrations', async () => {
  expect(await diffToSchema(database.connectionString)).toBe('');
});

test.each([
  [
    'a column that no migration makes',
    'room           String',
    'room String\n planted String?',
    'ADD COLUMN     "planted"',
  ],
  ['a column that the schema has lost', '  room           String\n', '', 'DROP COLUMN "room"'],
  ['a lost unique key', '@unique\n  pairedAt', '\n  pairedAt', 'DROP INDEX "Display_tokenHash_key"'],
])('%s is seen', async (_, from, to, expected) => {
  const changed = readSchema().map(({ path, content }) => ({
    path,
    content: path.endsWith('display.prisma') ? content.replace(from, to) : content,
  }));
  expect(await diffToSchema(database.connectionString, changed)).toContain(expected);
});
