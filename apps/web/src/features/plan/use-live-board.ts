import { useQueryClient } from '@tanstack/react-query';
import type { Board } from '@vointi/shared/plan/contract.ts';
import { useEffect, useState } from 'react';
import { follow } from '../../lib/live.ts';
import { boardQuery } from '../../domain/plan/queries.ts';

/** The stream opens after the page has loaded. */
const startAfterMs = 2000;

/**
 * Refreshes the board when the plan changes. A hidden tab closes its stream and opens it when it is visible again.
 * @returns whether the stream is open; without it the page has to poll
 */
export function useLiveBoard(slug: string, year: string, isWanted: boolean): boolean {
  const client = useQueryClient();
  const [isAlive, setAlive] = useState(false);
  useEffect(() => {
    if (!isWanted) return;
    const { queryKey } = boardQuery(slug, year);
    let stop: (() => void) | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const end = () => {
      clearTimeout(timer);
      stop?.();
      stop = undefined;
      setAlive(false);
    };
    const start = () => {
      stop = follow({
        slug,
        onLost: () => setAlive(false),
        onEvent: (event) => {
          if (event.name === 'heartbeat') setAlive(true);
          if (event.name !== 'plan' || String(event.data.year) !== year) return;
          const known = client.getQueryData<Board>(queryKey);
          if (known?.revision !== event.data.revision) void client.invalidateQueries({ queryKey, exact: true });
        },
      });
    };
    const look = () => {
      if (document.visibilityState === 'hidden') end();
      else if (!stop) {
        clearTimeout(timer);
        timer = setTimeout(start, startAfterMs);
      }
    };
    look();
    document.addEventListener('visibilitychange', look);
    return () => {
      document.removeEventListener('visibilitychange', look);
      end();
    };
  }, [client, slug, year, isWanted]);
  return isAlive;
}
