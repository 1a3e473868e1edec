// Writes docs/access.md from the table that the tests check the product against.
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { granted, permissions, roles } from '@vointi/shared/access/permissions.ts';
import { accessRows, columns } from './testing/access-table.ts';

export const accessFile = join(resolve(import.meta.dirname, '../../..'), 'docs/access.md');

const line = (cells: readonly unknown[]) => `| ${cells.join(' | ')} |`;
const table = (head: readonly string[], rows: readonly (readonly unknown[])[]) =>
  [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');

export function accessText(): string {
  const rights = permissions.map((permission) => [
    `\`${permission}\``,
    ...roles.map((role) => granted[role][permission] ?? '–'),
  ]);
  const routes = accessRows.map(({ method, path, own, elsewhere }) => [
    `\`${method} ${path}\``,
    ...own,
    elsewhere ?? '–',
  ]);
  return `# Who may do what

Made by \`node apps/api/src/access-command.ts\` from the rules in \`packages/shared/src/access\` and the table that the tests of every route hold the product to. What is not granted here is refused.

## Rights

public: municipalities whose board is public; own: one's own departments; all: the whole municipality.

${table(['', ...roles], rights)}

## Routes

200: answered. 400: let in, and refused for the empty body of the test. 401: sign in first. 403: not yours to do. 404: as if it were not there. The last column is everybody of another municipality. A board that a municipality keeps to its own people answers 401 to the anonymous and 404 to people of another municipality.

${table(['', ...columns, 'elsewhere'], routes)}
`;
}

if (import.meta.main) writeFileSync(accessFile, accessText());
