import { describe, expect, it } from 'vitest';
import { languages } from '../lib/language.ts';
import { bundles } from './bundles.ts';

const files: Record<string, { default: Tree }> = import.meta.glob('./*/*.json', { eager: true });

const keyOf = (file: string) => file.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

/** All messages of a language, by the name of their file in camel case. */
function messagesOf(language: string): Tree {
  const own = Object.entries(files).filter(([path]) => path.startsWith(`./${language}/`));
  return Object.fromEntries(own.map(([path, { default: file }]) => [keyOf(path.slice(5, -5)), file]));
}

const fi = messagesOf('fi');

it('puts each file into a bundle or into the pages themselves', () => {
  const bundled = Object.values(bundles).flatMap((parts) => Object.values(parts).flat());
  expect([...new Set([...bundled, 'shell'])].toSorted()).toEqual(Object.keys(fi).toSorted());
});

type Tree = { [key: string]: string | Tree };

const entriesOf = (tree: Tree, path = ''): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[path + key, value]] : entriesOf(value, `${path}${key}.`),
  );

const keysOf = (tree: Tree) => entriesOf(tree).map(([key]) => key);
const argumentsOf = (message: string) =>
  [
    ...new Set(
      [...message.matchAll(/(?<!(?:one|other|up|down|=\d|(?:select,|\}) (?:fi|sv|en)) )\{(\w+)[,}]/g)].map(
        ([, name = '']) => name,
      ),
    ),
  ].toSorted((one, other) => one.localeCompare(other));

/** Leaves out `count`: a language that does not inflect by number need not use it. */
const isNotCount = (name: string) => name !== 'count';

describe.each(languages.filter((language) => language !== 'fi'))('%s', (language) => {
  const messages = messagesOf(language);

  it('has exactly the keys of Finnish', () => {
    expect(keysOf(messages).toSorted()).toEqual(keysOf(fi).toSorted());
  });

  it('takes the same values in each message, plurals apart', () => {
    const own = new Map(entriesOf(messages));
    for (const [key, message] of entriesOf(fi)) {
      expect([key, argumentsOf(own.get(key) ?? '').filter(isNotCount)]).toEqual([
        key,
        argumentsOf(message).filter(isNotCount),
      ]);
    }
  });

  it('has no long message that is still in Finnish', () => {
    const finnish = new Map(entriesOf(fi));
    const same = entriesOf(messages).filter(
      ([key, message]) => /[a-zåäö]{3,} [a-zåäö]{3,}/i.test(message) && finnish.get(key) === message,
    );
    expect(same).toEqual([]);
  });
});
