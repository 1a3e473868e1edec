import { useEffect, useState } from 'react';
import type { ScreenStore } from './screen-store.ts';

const second = 1000;
/** After `staleAfter` the screen says that it has not heard from the service; after `oldAfter` the data fades. */
const staleAfter = 60 * second;
const oldAfter = 15 * 60 * second;

export type Staleness = 'fresh' | 'stale' | 'old';

/** @param silence milliseconds since the data was confirmed; null: never, in this visit or before */
export function stalenessOf(silence: number | null): Staleness {
  if (silence === null || silence >= oldAfter) return silence === null ? 'stale' : 'old';
  return silence >= staleAfter ? 'stale' : 'fresh';
}

const everyMs = 1000;
const minute = 60_000;

export type Age = { staleness: Staleness; minutes: number; lastHeard: number | null; now: number };

const ageOf = (store: ScreenStore): Age => {
  const silence = store.silence();
  return {
    staleness: stalenessOf(silence),
    minutes: Math.floor((silence ?? 0) / minute),
    lastHeard: store.lastHeard,
    now: store.clock.now(),
  };
};

/** The age of the shown data, checked every second; redraws when its text changes, and once a minute. */
export function useAge(store: ScreenStore): Age {
  const [age, setAge] = useState(() => ageOf(store));
  useEffect(() => {
    const look = () =>
      setAge((before) => {
        const next = ageOf(store);
        const isSame =
          next.staleness === before.staleness &&
          Math.floor(next.now / minute) === Math.floor(before.now / minute) &&
          (next.staleness === 'fresh' || next.minutes === before.minutes);
        return isSame ? before : next;
      });
    const timer = setInterval(look, everyMs);
    // New data counts as fresh at once, not at the next second.
    const forget = store.subscribe(look);
    return () => {
      clearInterval(timer);
      forget();
    };
  }, [store]);
  return age;
}
