import type { Board } from '@vointi/shared/plan/contract.ts';
import { useTranslations } from 'use-intl';
import { useFormat } from '../../../lib/format.ts';
import { useLocalizedText } from '../../../lib/text.tsx';
import { footerName, footerPart } from '../layout/fitted-text.ts';
import type { Rotation } from '../rotation.ts';
import styles from './footer.module.css';
import { useHighlights } from './room-context.ts';

type Props = { board: Board; page: number; pages: number; hold: Rotation['hold'] };

/** The municipality, the round and how many have answered in it, the time of the data, whether the show is held, and whether a light has just changed. */
export function Footer({ board, page, pages, hold }: Props) {
  const t = useTranslations('display');
  const localize = useLocalizedText();
  const format = useFormat();
  const highlights = useHighlights();
  const updated = t('updated', { when: format.dateTime(board.updatedAt) });
  const notes = [
    highlights.size > 0 && t('justChanged', { count: highlights.size }),
    hold && t(`hold.${hold.kind}`),
    board.municipality.isFictional && t('fictional'),
    pages > 1 && `${page + 1}/${pages}`,
  ].filter((one) => one !== false && one !== null);
  const { round, ages } = board;
  const answers =
    round && ages && footerPart(`${localize(round.name)}: ${ages.answered}/${ages.asked}`, [updated, ...notes]);
  const name = footerName(localize(board.municipality.name), [updated, ...notes, ...(answers ? [answers] : [])]);
  return (
    <footer className={styles['footer']}>
      {name && <span>{name}</span>}
      {answers && <span>{answers}</span>}
      {notes.map((one) => (
        <b key={one}>{one}</b>
      ))}
      <span className={styles['updated']}>{updated}</span>
    </footer>
  );
}
