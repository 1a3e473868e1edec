import type { ValueMetadataChange } from '@vointi/shared/indicator/import-contract.ts';
import { isSameJson } from '@vointi/shared/json/is-same-json.ts';
import type { Change, Content } from './cell-rows.ts';

type ValueMetadata = Pick<Content, 'source' | 'sourceId' | 'licence' | 'note' | 'isUncertain'>;

const noMetadata: ValueMetadata = { source: null, sourceId: null, licence: null, note: null, isUncertain: false };

/** The changes of the metadata of a value, with what it inherits from the indicator. */
export function listMetadataChanges({ indicator, stored, content }: Change): ValueMetadataChange[] {
  const withInherited = ({ source, ...own }: ValueMetadata): ValueMetadata => ({
    ...own,
    source: source ?? indicator.source,
    sourceId: own.sourceId ?? (source ? null : indicator.sourceId),
    licence: own.licence ?? (source ? null : indicator.licence),
  });
  if (!content) return [];
  const after = withInherited(content);
  const before = withInherited(stored ?? noMetadata);
  const isChanged = (what: keyof ValueMetadata) => !isSameJson(before[what], after[what]);
  // A new value replaces nothing, so its former metadata is empty, not inherited.
  const former = stored ? before : noMetadata;
  return [
    ...(['source', 'note'] as const).map((what) => ({ what, before: former[what], after: after[what] })),
    ...(['sourceId', 'licence'] as const).map((what) => ({ what, before: former[what], after: after[what] })),
    { what: 'isUncertain' as const, before: former.isUncertain, after: after.isUncertain },
  ].filter(({ what }) => isChanged(what));
}
