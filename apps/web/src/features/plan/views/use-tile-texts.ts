import type { Status } from '@vointi/shared/measure/progress.ts';
import type { Board } from '@vointi/shared/plan/contract.ts';
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { useLocalizedText, type Localizer } from '../../../lib/text.tsx';
import { useLightWord } from '../../../domain/measure/ages.tsx';
import { statusOrder } from '../../../domain/measure/status.ts';

export type TileTexts = {
  localize: Localizer;
  status: Record<Status, string>;
  /** The same within a sentence. */
  lower: Record<Status, string>;
  /** "aiemmin aloittamatta" */
  before: Record<Status, string>;
  /** "Etenee 2023", of a light of an earlier round. */
  of: ReturnType<typeof useLightWord>;
  isNew: string;
  continuous: string;
  yearly: string;
};

/** All texts of the tiles, translated once: 300 tiles that each translate their own make filtering slow. */
export function useTileTexts(board: Pick<Board, 'rounds'>): TileTexts {
  const of = useLightWord(board);
  const t = useTranslations('plan');
  const measure = useTranslations('measure');
  const localize = useLocalizedText();
  return useMemo(() => {
    const each = (word: (status: Status) => string) =>
      Object.fromEntries(statusOrder.map((status) => [status, word(status)])) as Record<Status, string>;
    return {
      localize,
      status: each((status) => measure(`status.${status}`)),
      lower: each((status) => measure(`lower.${status}`)),
      before: each((status) => t('before', { status: measure(`lower.${status}`) })),
      of,
      isNew: measure('new'),
      continuous: measure('recurrence.continuous'),
      yearly: measure('recurrence.yearly'),
    };
  }, [t, measure, localize, of]);
}
