import { useQueryClient, type Query } from '@tanstack/react-query';
import { useCallback, useSyncExternalStore } from 'react';
import { isStaleQuery } from './queries.ts';

const hasData = ({ state }: Query) => state.data !== undefined;

/** `since`: when the oldest data on the page was fetched, where it could not be fetched again; null when all is fresh. */
export function useStaleQueries(isOnline: boolean): { since: number | null; retry: () => void } {
  const client = useQueryClient();
  const subscribe = useCallback((changed: () => void) => client.getQueryCache().subscribe(changed), [client]);
  const since = useSyncExternalStore(subscribe, () => {
    const stale = client.getQueryCache().findAll({ type: 'active', predicate: isOnline ? isStaleQuery : hasData });
    return stale.length === 0 ? null : Math.min(...stale.map(({ state }) => state.dataUpdatedAt));
  });
  const retry = useCallback(() => {
    void client.refetchQueries({ type: 'active' });
  }, [client]);
  return { since, retry };
}
