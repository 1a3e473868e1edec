import { useTranslations } from 'use-intl';
import { Light } from '../../domain/measure/light.tsx';
import { answerOf as lightOf } from '../../domain/measure/status.ts';
import { useStatusWord } from '../../domain/measure/text.ts';
import { useFormat } from '../../lib/format.ts';
import { useLocalizedText } from '../../lib/text.tsx';
import { Button } from '../../ui/button.tsx';
import { AnswerText } from './answer-text.tsx';
import styles from './conflict-panel.module.css';
import { conflictOf, type Entry } from './entry.ts';
import { focusField } from './fields.ts';
import { mergeTexts, type FormValues } from './form-values.ts';
import { useActions, useEntry } from './use-reporting-form.ts';

export const conflictId = (id: string) => `conflict-${id}`;

/** Shows both texts side by side; the person chooses one or merges them. */
export function ConflictPanel({ id }: { id: string }) {
  const t = useTranslations('reporting');
  const localize = useLocalizedText();
  const format = useFormat();
  const actions = useActions();
  const entry = useEntry(id);
  const conflict = entry && conflictOf(entry);
  if (!entry?.values || !conflict) return null;
  const { values, row } = entry;
  const { theirs } = conflict;
  const isOwn = conflict.with === 'window';
  const name = isOwn ? t('conflict.otherWindow') : (conflict.author ?? t('conflict.somebody'));
  const choose = (chosen: FormValues) => {
    actions.resolveConflict(id, chosen);
    focusField({ id, field: 'progress' });
  };
  const measure = localize(row.measure.title);
  return (
    <div id={conflictId(id)} tabIndex={-1} role="group" aria-label={t('conflict.title')} className={styles['conflict']}>
      <h3>{t('conflict.title')}</h3>
      <p className={styles['text']}>{t(isOwn ? 'conflict.windowText' : 'conflict.text', { name })}</p>
      <div className={styles['sides']}>
        <Side title={t('conflict.mine')} values={values} entry={entry}>
          <Button aria-label={`${t('conflict.useMine')}: ${measure}`} onClick={() => choose(values)}>
            {t('conflict.useMine')}
          </Button>
        </Side>
        <Side
          title={conflict.at ? t('conflict.theirs', { name, when: format.dateTime(conflict.at) }) : name}
          values={theirs}
          entry={entry}
        >
          <Button aria-label={`${t('conflict.useTheirs')}: ${measure}`} onClick={() => choose(theirs)}>
            {t('conflict.useTheirs')}
          </Button>
        </Side>
      </div>
      <Button
        variant="quiet"
        aria-label={`${t('conflict.combine')}: ${measure}`}
        onClick={() => choose(mergeTexts(values, theirs))}
      >
        {t('conflict.combine')}
      </Button>
    </div>
  );
}

type SideProps = { title: string; values: FormValues; entry: Entry; children: React.ReactNode };

function Side({ title, values, entry, children }: SideProps) {
  const t = useTranslations('reporting');
  const word = useStatusWord();
  return (
    <div className={styles['side']} role="group" aria-label={title}>
      <h4>{title}</h4>
      <p className={styles['lit']}>
        <Light status={lightOf(values.progress)} size="s" />
        {values.progress === null ? t('otherNoLight') : word(values.progress)}
      </p>
      <AnswerText note={values.note} evidence={values.evidence} row={entry.row} figures={values.figures} />
      {children}
    </div>
  );
}
