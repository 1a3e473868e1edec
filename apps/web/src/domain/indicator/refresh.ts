import type { QueryClient } from '@tanstack/react-query';
import { indicatorsKey } from './queries.ts';

const figureQueries = ['measure', 'goal', 'findings', 'board', 'term', 'reporting'];

/** Invalidates every query that shows figures of a municipality. */
export async function refreshFigures(client: QueryClient, slug: string) {
  await Promise.all([
    client.invalidateQueries({ queryKey: indicatorsKey(slug) }),
    client.invalidateQueries({ predicate: ({ queryKey }) => figureQueries.includes(String(queryKey[0])) }),
  ]);
}
