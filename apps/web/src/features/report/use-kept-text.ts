import { useState } from 'react';
import { rememberedOwn, rememberOwn } from '../../lib/storage.ts';

/** A text of somebody's own that this browser keeps until it is sent. */
export function useKeptText(userId: string, name: string) {
  const [text, setText] = useState(() => rememberedOwn(userId, name) ?? '');
  const set = (next: string) => {
    setText(next);
    rememberOwn(userId, name, next === '' ? null : next);
  };
  return [text, set] as const;
}
