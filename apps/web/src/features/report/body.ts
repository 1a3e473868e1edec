import { givenFigures } from './check.ts';
import type { Entry } from './entry.ts';
import type { Typed } from './typed.ts';
import type { DraftBody, ReportBody } from './writes.ts';

const textOrNull = (text: string) => (text.trim() === '' ? null : { fi: text.trim() });
export const lineOrNull = (text: string) => (text.trim() === '' ? null : text.trim());

/** What is sent of a row that has no problem. */
export function answerBody(entry: Entry, typed: Typed): ReportBody {
  const { progress, note, evidence, onBehalfOf } = typed;
  if (progress === null) throw new Error('A row without a light is not sent.');
  return {
    kind: 'answer',
    version: entry.baseVersion,
    progress,
    note: textOrNull(note),
    evidence: textOrNull(evidence),
    figures: givenFigures(entry, typed).flatMap(({ figure, value }) => {
      const version = entry.figureVersions[figure.indicator] ?? figure.version;
      return value ? [{ indicator: figure.indicator, version, ...value }] : [];
    }),
    onBehalfOf: lineOrNull(onBehalfOf),
  };
}

export const draftBody = ({ draftVersion, baseVersion }: Entry, typed: Typed): DraftBody => ({
  version: draftVersion,
  baseVersion,
  ...typed,
});
