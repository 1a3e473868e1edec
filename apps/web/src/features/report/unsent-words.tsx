import type { UnsentAnswer } from '@vointi/shared/report/contract.ts';
import { useTranslations } from 'use-intl';
import { useStatusWord } from '../../domain/measure/text.ts';
import { announce } from '../../lib/announce.tsx';
import { useFormat } from '../../lib/format.ts';
import { useLocalizedText } from '../../lib/text.tsx';
import { Button } from '../../ui/button.tsx';
import { isChanged, type Entry } from './entry.ts';
import { unsentOf } from './unsent.ts';
import styles from './unsent-words.module.css';
import { useReportingForm } from './use-reporting-form.ts';

/** Words that a round did not take before it closed, to read and to copy. */
export function UnsentWords({ entry, canWrite }: { entry: Entry; canWrite: boolean }) {
  const round = useReportingForm(({ form }) => form.round);
  const here = !canWrite && isChanged(entry) ? entry.values : null;
  return unsentOf(entry.row.unsent, here, round?.name ?? null).map((answer) => (
    <Unsent key={`${answer.round.fi} ${answer.updatedAt}`} answer={answer} />
  ));
}

function Unsent({ answer }: { answer: Omit<UnsentAnswer, 'updatedAt'> & { updatedAt: string | null } }) {
  const t = useTranslations('reporting');
  const localize = useLocalizedText();
  const format = useFormat();
  const word = useStatusWord();
  const { round, progress, note, evidence, updatedAt, isAwaited } = answer;
  const parts = [progress && word(progress), note, evidence].filter((part): part is string => Boolean(part));
  const copy = async () => {
    await navigator.clipboard.writeText(parts.join('\n'));
    announce(t('unsent.copied'));
  };
  return (
    <div className={styles['unsent']}>
      <p>
        <b>{t(isAwaited ? 'unsent.unapproved' : 'unsent.title')}</b>{' '}
        {[localize(round), updatedAt && format.date(updatedAt)].filter(Boolean).join(', ')}
      </p>
      {parts.map((part) => (
        <p key={part} className={styles['words']}>
          {part}
        </p>
      ))}
      <Button size="small" onClick={() => void copy()}>
        {t('unsent.copy')}
      </Button>
    </div>
  );
}
