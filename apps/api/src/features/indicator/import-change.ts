import type { ImportedValue } from './import-row.ts';
import { type Text, textsOf } from '@vointi/shared/text/text.ts';
import {
  type Change,
  type Content,
  contentOf,
  hasContent,
  type StoredValue,
  type IndicatorForWrite,
} from './cell-rows.ts';

/** Source and licence of the values for which the file gives none. */
export type Defaults = { source: Text | null; licence: string | null };

const includesText = (text: Text | null | undefined, given: Text): boolean =>
  !!text && textsOf(text).includes(given.fi);

/** Keeps the stored text with its translations when it has the text of the file in any language. */
const keepText = (given: Text | null, stored: Text | null | undefined): Text | null =>
  given && stored && includesText(stored, given) ? stored : given;

/** The change that a row of a file makes. */
export function changeOf(
  value: ImportedValue & { of: IndicatorForWrite },
  stored: StoredValue | undefined,
  defaults: Defaults,
): Change {
  const { of, period, ageGroup, sex, area } = value;
  const fileContent = contentOf(value.value);
  const newContent = fileContent && { ...fileContent, text: keepText(fileContent.text, stored?.text) };
  const isSame = newContent !== undefined && stored !== undefined && hasContent(stored, newContent);
  // A replaced number loses the metadata of the former one.
  const former = isSame ? stored : undefined;
  const source = sourceOf(value.source ?? (isSame ? undefined : (defaults.source ?? undefined)), {
    of,
    stored,
    former,
  });
  const licence = value.licence ?? (isSame ? undefined : (defaults.licence ?? undefined));
  const isInherited = source === null;
  const content: Content | undefined = newContent && {
    ...newContent,
    note: value.note === undefined ? (former?.note ?? null) : keepText(value.note, stored?.note),
    source,
    sourceId: ownTextOf(value.sourceId, {
      former: former?.sourceId,
      stored: stored?.sourceId,
      of: of.sourceId,
      isInherited,
    }),
    licence: ownTextOf(licence, { former: former?.licence, stored: stored?.licence, of: of.licence, isInherited }),
    isUncertain: value.isUncertain ?? former?.isUncertain ?? false,
  };
  return { indicator: of, cellKey: { period, ageGroup, sex, area }, stored, content };
}

type SourceContext = { of: IndicatorForWrite; stored: StoredValue | undefined; former: StoredValue | undefined };

/** Null when the source is the indicator's, which the value then inherits. */
function sourceOf(given: Text | undefined, { of, stored, former }: SourceContext): Text | null {
  if (given === undefined) return former?.source ?? null;
  if (!includesText(stored?.source, given) && includesText(of.source, given)) return null;
  return keepText(given, stored?.source);
}

type InheritedText = {
  former: string | null | undefined;
  stored: string | null | undefined;
  of: string | null;
  isInherited: boolean;
};

/** A value with a source of its own inherits nothing, so it keeps a text even when the indicator has the same. */
function ownTextOf(given: string | undefined, { former, stored, of, isInherited }: InheritedText): string | null {
  if (given === undefined) return former ?? null;
  return isInherited && given === of && given !== stored ? null : given;
}
