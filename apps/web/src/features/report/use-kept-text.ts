import { useState } from 'react';
import { ownName, remember, remembered } from '../../lib/storage.ts';

/** A text of somebody's own that this browser keeps until it is sent. */
export function useKeptText(userId: string, name: string) {
  const key = ownName(userId, name);
  const [text, setText] = useState(() => remembered(key) ?? '');
  const set = (next: string) => {
    setText(next);
    remember(key, next === '' ? null : next);
  };
  return [text, set] as const;
}
