import { queryOptions } from '@tanstack/react-query';
import { indicatorsKey } from '../../../domain/indicator/queries.ts';
import { readSets } from './writes.ts';

export const setsQuery = (slug: string) =>
  queryOptions({ queryKey: [...indicatorsKey(slug), 'sets'], queryFn: ({ signal }) => readSets(slug, signal) });
