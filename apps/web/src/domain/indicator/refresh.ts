import type { QueryClient } from '@tanstack/react-query';
import { indicatorsKey } from './queries.ts';

const shown = ['measure', 'goal', 'findings', 'board', 'term', 'reporting'];

/** Everything that shows figures of a municipality is asked again when it is next seen. */
export async function refreshFigures(client: QueryClient, slug: string) {
  await Promise.all([
    client.invalidateQueries({ queryKey: indicatorsKey(slug) }),
    client.invalidateQueries({ predicate: ({ queryKey }) => shown.includes(String(queryKey[0])) }),
  ]);
}
