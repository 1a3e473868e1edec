import type { ImportedValue } from './import-row.ts';
import { type Text, textsOf } from '@vointi/shared/text/text.ts';
import { type Change, type Content, contentOf, holds, type StoredValue, type Written } from './cell-rows.ts';

/** What is said of the values of a file that say nothing themselves. */
export type Defaults = { source: Text | null; licence: string | null };

const says = (text: Text | null | undefined, given: Text): boolean => !!text && textsOf(text).includes(given.fi);

/** What is there already, in any language, stays with its translations, whatever the number is. */
const keepText = (given: Text | null, stored: Text | null | undefined): Text | null =>
  given && stored && says(stored, given) ? stored : given;

/** What a row of a file would make of its place. */
export function changeOf(
  value: ImportedValue & { of: Written },
  stored: StoredValue | undefined,
  defaults: Defaults,
): Change {
  const { of, period, ageGroup, sex, area } = value;
  const given = contentOf(value.value);
  const held = given && { ...given, text: keepText(given.text, stored?.text) };
  const isSame = held !== undefined && stored !== undefined && holds(stored, held);
  // A number that is replaced is no longer what its former source said.
  const former = isSame ? stored : undefined;
  const source = sourceOf(value.source ?? (isSame ? undefined : (defaults.source ?? undefined)), {
    of,
    stored,
    former,
  });
  const licence = value.licence ?? (isSame ? undefined : (defaults.licence ?? undefined));
  const isInherited = source === null;
  const content: Content | undefined = held && {
    ...held,
    note: value.note === undefined ? (former?.note ?? null) : keepText(value.note, stored?.note),
    source,
    sourceId: codeOf(value.sourceId, {
      former: former?.sourceId,
      stored: stored?.sourceId,
      of: of.sourceId,
      isInherited,
    }),
    licence: codeOf(licence, { former: former?.licence, stored: stored?.licence, of: of.licence, isInherited }),
    isUncertain: value.isUncertain ?? former?.isUncertain ?? false,
  };
  return { indicator: of, place: { period, ageGroup, sex, area }, stored, content };
}

type Around = { of: Written; stored: StoredValue | undefined; former: StoredValue | undefined };

/** The indicator's own is not said again. */
function sourceOf(given: Text | undefined, { of, stored, former }: Around): Text | null {
  if (given === undefined) return former?.source ?? null;
  if (!says(stored?.source, given) && says(of.source, given)) return null;
  return keepText(given, stored?.source);
}

type Code = {
  former: string | null | undefined;
  stored: string | null | undefined;
  of: string | null;
  isInherited: boolean;
};

/** A value with a source of its own inherits nothing: what the indicator says too is then the value's own. */
function codeOf(given: string | undefined, { former, stored, of, isInherited }: Code): string | null {
  if (given === undefined) return former ?? null;
  return isInherited && given === of && given !== stored ? null : given;
}
