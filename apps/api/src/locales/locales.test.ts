import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { languages } from '@vointi/shared/text/text.ts';
import { describe, expect, it } from 'vitest';
import { readLocales } from '../platform/messages.ts';

type Tree = { [key: string]: string | Tree };

const filesOf = (language: string) => readdirSync(join(import.meta.dirname, language)).toSorted();
const entriesOf = (tree: Tree, path = ''): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[path + key, value]] : entriesOf(value, `${path}${key}.`),
  );
/** The values of a message, plurals and choices included: `{where}`, `{count, plural, …}`. */
const argumentsOf = (message: string) =>
  [
    ...new Set([...message.matchAll(/(?<!(?:one|other|yes|=\d) )\{(\w+)(?:\}|, )/g)].map(([, name = '']) => name)),
  ].toSorted();

describe.each(languages.filter((language) => language !== 'fi'))('%s', (language) => {
  it('has the files of Finnish', () => {
    expect(filesOf(language)).toEqual(filesOf('fi'));
  });

  it.each(filesOf('fi').map((file) => file.replace('.json', '')))('%s has the keys and values of Finnish', (file) => {
    const { fi, [language]: own } = readLocales<Tree>(file);
    const shape = (tree: Tree) => entriesOf(tree).map(([key, message]) => [key, argumentsOf(message)]);
    // In the order of Finnish: the columns of a file stand in the order of its locale file.
    expect(shape(own)).toEqual(shape(fi));
  });
});
