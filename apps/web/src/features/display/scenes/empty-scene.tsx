import type { Board } from '@vointi/shared/plan/contract.ts';
import { useTranslations } from 'use-intl';
import { useLocalizedText } from '../../../lib/text.tsx';
import { Head } from './head.tsx';
import { Message } from './stage.tsx';

/** A plan without measures. */
export function EmptyScene({ board }: { board: Board }) {
  const t = useTranslations('display');
  const localize = useLocalizedText();
  return (
    <>
      <Head text={t('planTitle', { name: localize(board.municipality.name), year: String(board.year) })} />
      <Message text={t('empty')} />
    </>
  );
}
