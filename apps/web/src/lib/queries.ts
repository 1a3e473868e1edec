import { QueryClient, type Query } from '@tanstack/react-query';
import { isPassing } from './problem.ts';

const second = 1000;

/**
 * What every page's data does: kept for the visit, asked again when the reader comes back to the page or to the network.
 * An unchanged answer costs a 304, which is the browser's cache's work.
 */
export const makeQueryClient = () =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 15 * second,
        gcTime: Infinity,
        refetchOnWindowFocus: true,
        refetchOnReconnect: true,
        // Ask even when the browser believes it is offline: an answer, or a refusal that is told, never a wait without end.
        networkMode: 'always',
        retry: (failures, error) => failures < 2 && isPassing(error),
        retryDelay: (attempt) => Math.min(second * 2 ** attempt, 8 * second),
      },
    },
  });

/** Data that is on the page although the last attempt to renew it failed. */
export const isStaleQuery = ({ state }: Query): boolean => state.data !== undefined && state.status === 'error';
