import type { IndicatorHead } from '@vointi/shared/indicator/contract.ts';
import type { BodyOf, ResultOf } from '@vointi/shared/http/contracts.ts';
import {
  createIndicator,
  deleteIndicator,
  listIndicatorSets,
  updateBreaks,
  updateIndicator,
  updateIndicatorLinks,
  updateTargets,
} from '@vointi/shared/indicator/endpoints.ts';
import { call } from '../../../lib/call.ts';

export type IndicatorBody = BodyOf<typeof createIndicator>;
type Versioned = Pick<IndicatorHead, 'id' | 'version'>;

export const create = (slug: string, body: IndicatorBody): Promise<IndicatorHead> =>
  call(createIndicator, { params: { slug }, body });

export const update = (slug: string, id: string, body: BodyOf<typeof updateIndicator>): Promise<IndicatorHead> =>
  call(updateIndicator, { params: { slug, id }, body });

export const remove = (slug: string, { id, version }: Versioned) =>
  call(deleteIndicator, { params: { slug, id }, body: { version } });

export const saveTargets = (
  slug: string,
  { id, version }: Versioned,
  targets: BodyOf<typeof updateTargets>['targets'],
) => call(updateTargets, { params: { slug, id }, body: { version, targets } });

export const saveBreaks = (slug: string, { id, version }: Versioned, breaks: BodyOf<typeof updateBreaks>['breaks']) =>
  call(updateBreaks, { params: { slug, id }, body: { version, breaks } });

type Links = Pick<BodyOf<typeof updateIndicatorLinks>, 'measures' | 'goals'>;

export const saveLinks = (slug: string, year: string, { id, version }: Versioned, links: Links) =>
  call(updateIndicatorLinks, {
    params: { slug, year, id },
    body: { version, ...links },
  });

export const readSets = (slug: string, signal: AbortSignal): Promise<ResultOf<typeof listIndicatorSets>> =>
  call(listIndicatorSets, { params: { slug } }, signal);
