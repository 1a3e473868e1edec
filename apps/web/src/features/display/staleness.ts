import { useEffect, useState } from 'react';
import type { ScreenStore } from './screen-store.ts';

const second = 1000;
/** From when a screen says that it has not heard from the service, and from when what it shows steps back. */
const staleAfter = 60 * second;
const oldAfter = 15 * 60 * second;

export type Staleness = 'fresh' | 'stale' | 'old';

/** @param silence for how long nothing has been heard; null: nothing ever has, in this visit or one before */
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

/** How old what is shown is, looked at every second; drawn anew only when it reads otherwise, and once a minute. */
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
    // What has come is fresh at once, and not at the next second.
    const forget = store.subscribe(look);
    return () => {
      clearInterval(timer);
      forget();
    };
  }, [store]);
  return age;
}
