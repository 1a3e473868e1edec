import { useTranslations } from 'use-intl';
import { useFormat } from '../../lib/format.ts';
import { Icon } from '../../ui/icon.tsx';
import type { Entry } from './entry.ts';
import styles from './row-card.module.css';
import { isAlarming, isDone, type RowState } from './row-state.ts';

/** What is saved, sent or asked of a row, in words. */
export function RowStateWords({ state, entry }: { state: RowState; entry: Entry }) {
  const t = useTranslations('reporting');
  const problem = useTranslations('problem');
  const format = useFormat();
  const words = () => {
    if (state.is === 'saved' || state.is === 'awaiting') return t(`state.${state.is}`, { time: format.time(state.at) });
    if (state.is === 'answered' || state.is === 'confirmed' || state.is === 'late') {
      return state.at ? t(`state.${state.is}`, { date: format.date(state.at) }) : t('state.undated');
    }
    if (state.is === 'refused') return t('state.refused', { why: problem(entry.refused ?? 'internal') });
    return t(`state.${state.is}`);
  };
  return (
    <p className={styles['state']} data-state={state.is}>
      {isAlarming(state) && <Icon name="alert" />}
      {isDone(state) && <Icon name="check" />}
      <span>{words()}</span>
    </p>
  );
}
