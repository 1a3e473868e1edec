import { useQueryClient, type Query } from '@tanstack/react-query';
import { useCallback, useSyncExternalStore } from 'react';
import { isBehind } from './queries.ts';

const hasData = ({ state }: Query) => state.data !== undefined;

/** When the oldest of the data on the page was fetched, if it cannot be renewed; null when all is fresh. */
export function useBehind(isOnline: boolean): { since: number | null; retry: () => void } {
  const client = useQueryClient();
  const subscribe = useCallback((changed: () => void) => client.getQueryCache().subscribe(changed), [client]);
  const since = useSyncExternalStore(subscribe, () => {
    const behind = client.getQueryCache().findAll({ type: 'active', predicate: isOnline ? isBehind : hasData });
    return behind.length === 0 ? null : Math.min(...behind.map(({ state }) => state.dataUpdatedAt));
  });
  const retry = useCallback(() => {
    void client.refetchQueries({ type: 'active' });
  }, [client]);
  return { since, retry };
}
