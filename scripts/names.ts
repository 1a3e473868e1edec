// Fails when a name that docs/adr/0016-names.md lists as old is declared or used as a file name again.
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { root } from './steps.ts';

const page = 'docs/adr/0016-names.md';
const folders = ['apps', 'packages', 'prisma', 'e2e', 'scripts'];

/** `in`: the folder that the rule holds for, where the word is right elsewhere. */
type Rule = { old: string; new: string; in: string };

/** Rows of the tables: `| old | new |` or `| old | new | folder |`, each cell with words in backticks. */
function rulesOf(text: string): Rule[] {
  return text.split('\n').flatMap((line) => {
    const [, old = '', replacement = '', where = ''] = line.split('|').map((cell) => cell.trim());
    // "`Settings` in `context.ts`" was moved and keeps its name.
    if (!line.startsWith('| ') || /^(old|-+)$|` in `/.test(old)) return [];
    const [folder = ''] = codeIn(where);
    return codeIn(old).map((word) => ({ old: word, new: replacement, in: folder }));
  });
}

const codeIn = (cell: string): string[] => [...cell.matchAll(/`([^`]+)`/g)].map(([, word = '']) => word);

const files = folders.flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/node_modules|[\\/](dist|generated|test-results)\b/.test(entry.parentPath))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/')),
);

const isFileName = (word: string) => /\.\w+$|\//.test(word);
const extension = /(?:\.(?:test|spec|module))?\.(?:tsx?|css|mjs)$/;
const withoutExtension = (name: string) => name.replace(extension, '');

/** The old name as a whole path, or the end of one. */
const isNamed = (file: string, word: string) => `/${withoutExtension(file)}`.endsWith(`/${withoutExtension(word)}`);

function declares(text: string, word: string): boolean {
  const name = RegExp.escape(word);
  return new RegExp(`(?:^|[^.\\w])(?:const|let|function\\*?|class|type|interface)\\s+${name}\\b`, 'm').test(text);
}

const rules = rulesOf(readFileSync(join(root, page), 'utf8'));
const texts = new Map(
  files.filter((file) => /\.(tsx?|mjs)$/.test(file)).map((file) => [file, readFileSync(join(root, file), 'utf8')]),
);
const found = rules.flatMap((rule) =>
  files
    .filter((file) => file.startsWith(rule.in))
    .filter((file) => (isFileName(rule.old) ? isNamed(file, rule.old) : declares(texts.get(file) ?? '', rule.old)))
    .map((file) => `${file}: "${rule.old}" is an old name; the new one is ${rule.new}`),
);
if (rules.length < 20) found.push(`${page}: only ${rules.length} names were read from its tables`);
for (const line of found) console.error(line);
console.log(`${rules.length} old names, ${files.length} files`);
process.exit(found.length === 0 ? 0 : 1);
