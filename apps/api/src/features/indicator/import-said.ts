import type { SaidChange } from '@vointi/shared/indicator/import-contract.ts';
import { isSameJson } from '@vointi/shared/json/is-same-json.ts';
import type { Change, Content } from './cell-rows.ts';

type Said = Pick<Content, 'source' | 'sourceId' | 'licence' | 'note' | 'isUncertain'>;

const nothing: Said = { source: null, sourceId: null, licence: null, note: null, isUncertain: false };

/** What else changes with a value, as it is shown: what was said of it, and what is said then. */
export function saidOf({ indicator, stored, content }: Change): SaidChange[] {
  const shown = ({ source, ...own }: Said): Said => ({
    ...own,
    source: source ?? indicator.source,
    sourceId: own.sourceId ?? (source ? null : indicator.sourceId),
    licence: own.licence ?? (source ? null : indicator.licence),
  });
  if (!content) return [];
  const now = shown(content);
  const before = shown(stored ?? nothing);
  const isOther = (what: keyof Said) => !isSameJson(before[what], now[what]);
  // A new value takes the place of nothing, not of what the indicator says.
  const former = stored ? before : nothing;
  return [
    ...(['source', 'note'] as const).map((what) => ({ what, before: former[what], after: now[what] })),
    ...(['sourceId', 'licence'] as const).map((what) => ({ what, before: former[what], after: now[what] })),
    { what: 'isUncertain' as const, before: former.isUncertain, after: now.isUncertain },
  ].filter(({ what }) => isOther(what));
}
