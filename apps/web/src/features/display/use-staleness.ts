import { useEffect, useState } from 'react';
import type { ScreenStore } from './screen-store.ts';
import { stalenessOf, type Staleness } from './staleness.ts';

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
