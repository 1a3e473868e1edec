import { useCallback, useMemo, useState } from 'react';
import { emptyStep } from './steps/steps.ts';
import type { ScreenData, Step } from './steps/types.ts';

const none: readonly string[] = [];

/** The steps without those that failed to draw with this data; new data tries them again. */
export function useDrawableSteps(data: ScreenData, made: readonly Step[]) {
  const [left, setLeft] = useState({ of: data, keys: none });
  const keys = left.of === data ? left.keys : none;
  const leaveOut = useCallback(
    (key: string) => setLeft((before) => ({ of: data, keys: [...(before.of === data ? before.keys : none), key] })),
    [data],
  );
  const steps = useMemo(() => {
    const sound = made.filter(({ key }) => !keys.includes(key));
    return sound.length > 0 ? sound : [emptyStep];
  }, [made, keys]);
  return { steps, leaveOut };
}
