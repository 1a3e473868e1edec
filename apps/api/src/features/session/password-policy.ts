import type { ZxcvbnFactory } from '@zxcvbn-ts/core';
import type { Text } from '@vointi/shared/text/text.ts';
import { refused } from '../../platform/app-error.ts';
import { commonWords } from './password-words.ts';

/** The owner of the password: attackers first guess what is publicly known of a person. */
export type Owner = {
  email: string | null;
  displayName: string;
  municipalities: readonly { slug: string; name: Text }[];
};

/** The estimate takes more than linear time; a password whose beginning is strong is strong. */
const estimated = 40;
/** Fewer guesses than this are feasible within months in spite of the rate limits. */
const fewestGuesses = 1_000_000;

let made: Promise<ZxcvbnFactory> | undefined;

/** Loaded with the first password that is set: its dictionaries take a tenth of the memory, and weeks pass without one. */
async function makeEstimator(): Promise<ZxcvbnFactory> {
  const [core, common] = await Promise.all([import('@zxcvbn-ts/core'), import('@zxcvbn-ts/language-common')]);
  return new core.ZxcvbnFactory({
    dictionary: { ...common.dictionary, here: [...commonWords] },
    graphs: { qwerty: common.adjacencyGraphs.qwerty },
  });
}

/** Lower case without diacritics: Lösenord and losenord are one guess. */
const plain = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

function wordsOf({ email, displayName, municipalities }: Owner): string[] {
  const texts = [
    email ?? '',
    displayName,
    ...municipalities.flatMap(({ slug, name }) => [slug, ...Object.values(name).filter((text) => text !== undefined)]),
  ];
  const words = texts.flatMap((text) => [plain(text), ...plain(text).split(/[^\p{L}\p{N}]+/u)]);
  return [...new Set(words)].filter((word) => word.length >= 3);
}

/** Whether the password consists of such words, digits and punctuation alone. */
function isMadeOf(password: string, words: readonly string[]): boolean {
  const longestFirst = words
    .map((word) => word.replaceAll(/[^\p{L}]/gu, ''))
    .filter((word) => word.length >= 3)
    .toSorted((a, b) => b.length - a.length);
  let letters = plain(password).replaceAll(/[^\p{L}]/gu, '');
  const before = letters.length;
  for (const word of longestFirst) letters = letters.replaceAll(word, '');
  return before > 0 && letters.length < before && letters.length < 3;
}

/** Whether a password is among the first that an attacker tries (ASVS 5.0, 6.2.4 and 6.2.11). */
export async function isCommonPassword(password: string, owner: Owner): Promise<boolean> {
  const own = wordsOf(owner);
  if (isMadeOf(password, [...own, ...commonWords])) return true;
  const estimator = await (made ??= makeEstimator());
  return estimator.check(password.slice(0, estimated), own).guesses < fewestGuesses;
}

/** @throws AppError invalid_request, at body.password */
export async function assertUncommon(password: string, owner: Owner): Promise<void> {
  if (await isCommonPassword(password, owner)) throw refused('body.password', 'password_common');
}
