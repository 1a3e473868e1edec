import type { Board } from '@vointi/shared/plan/contract.ts';
import { useTranslations } from 'use-intl';
import { useFormat } from '../../lib/format.ts';
import { useLocalizedText } from '../../lib/text.tsx';
import { bareSection } from '../../lib/section.ts';
import { buttonClass } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { writeSearch, type BoardSearch } from './board-search.ts';
import { boardPath } from '../../domain/paths.ts';
import styles from './summary.module.css';

/** Characters of the hash that are shown; the list of rounds has all of it. */
const hashLength = 12;

type Props = { board: Board; asOf: NonNullable<Board['asOf']>; search: BoardSearch };

/** Says that the board is a snapshot of a closed round, with a link to the current board. */
export function AsOfNotice({ board, asOf, search }: Props) {
  const t = useTranslations('asOf');
  const localize = useLocalizedText();
  const format = useFormat();
  const { municipality, year } = board;
  const { frozen: snapshot, decision } = asOf;
  const parts = [
    t('frozen', { date: format.date(snapshot.takenAt) }),
    t('hash', { hash: `${snapshot.hash.slice(0, hashLength)}…` }),
    decision && t('decision', { date: format.date(decision.date), section: bareSection(decision.section) }),
  ];
  return (
    <Notice
      className={styles['asOf']}
      actions={
        <a
          href={boardPath(municipality.slug, year, writeSearch({ ...search, round: undefined }))}
          className={buttonClass({})}
        >
          {t('back')}
        </a>
      }
    >
      <b>{t('title', { name: localize(asOf.round.name) })}</b>
      <p title={snapshot.hash}>{parts.filter(Boolean).join(' · ')}</p>
      <p>{t('measures')}</p>
    </Notice>
  );
}
