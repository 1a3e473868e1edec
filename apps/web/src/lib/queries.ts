import { QueryClient, type Query } from '@tanstack/react-query';
import { isPassing } from './problem.ts';

const second = 1000;

/**
 * The defaults of all queries: data stays for the visit and is fetched again when the page or the network comes back.
 * An unchanged response costs a 304, which the browser's cache handles.
 */
export const makeQueryClient = () =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 15 * second,
        gcTime: Infinity,
        refetchOnWindowFocus: true,
        refetchOnReconnect: true,
        // Requests go out even when the browser believes it is offline, so that each ends in a response or an error.
        networkMode: 'always',
        retry: (failures, error) => failures < 2 && isPassing(error),
        retryDelay: (attempt) => Math.min(second * 2 ** attempt, 8 * second),
      },
    },
  });

/** Whether the page shows data whose last refetch failed. */
export const isStaleQuery = ({ state }: Query): boolean => state.data !== undefined && state.status === 'error';
