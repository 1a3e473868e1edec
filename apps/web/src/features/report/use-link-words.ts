import { useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { announce } from '../../lib/announce.tsx';
import { isUnsaved } from './entry.ts';
import { useDeskState } from './use-desk.ts';

/** Told aloud only when it turns: that something is not saved, and that it is again. */
export function useLinkWords() {
  const t = useTranslations('reporting');
  const { link, entries } = useDeskState();
  const isWaiting = [...entries.values()].some((entry) => entry.queued !== null || isUnsaved(entry));
  const now = link !== 'ok' && isWaiting ? link : 'ok';
  const before = useRef(now);
  useEffect(() => {
    if (before.current === now) return;
    before.current = now;
    announce(now === 'ok' ? t('linkBack') : t(`state.${now}`));
  }, [now, t]);
}
