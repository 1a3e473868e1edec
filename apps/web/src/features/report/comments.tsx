import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useMe } from '../../domain/session/queries.ts';
import { announce } from '../../lib/announce.tsx';
import { useFormat } from '../../lib/format.ts';
import { useProblemText } from '../../lib/use-problem-text.ts';
import { rememberedOwn, rememberOwn } from '../../lib/storage.ts';
import { Button } from '../../ui/button.tsx';
import { Details } from '../../ui/details.tsx';
import { TextArea } from '../../ui/form/text-area.tsx';
import { sendComment, reportingKey } from './api.ts';
import styles from './row-card.module.css';
import { useReportingForm, useEntry, useOpenForm } from './use-reporting-form.ts';
import { maxComment } from '@vointi/shared/report/limits.ts';

/** Comments on one row between the department and the coordinators; never public. */
export function Comments({ id }: { id: string }) {
  const t = useTranslations('reporting');
  const format = useFormat();
  const comments = useEntry(id)?.row.comments ?? [];
  const canComment = useReportingForm(({ form }) => form.can.comment && form.round !== null);
  if (!canComment && comments.length === 0) return null;
  return (
    <Details summary={comments.length > 0 ? t('comments', { count: comments.length }) : t('comment')}>
      <div className={styles['comments']}>
        <p className={styles['hint']}>{t('commentHint')}</p>
        {comments.map((comment) => (
          <div key={comment.id} className={styles['comment']}>
            <p>{comment.text}</p>
            <p className={styles['hint']}>
              {comment.isOwn ? t('own') : comment.author}, {format.dateTime(comment.createdAt)}
            </p>
          </div>
        ))}
        {canComment && <NewComment id={id} />}
      </div>
    </Details>
  );
}

function NewComment({ id }: { id: string }) {
  const t = useTranslations('reporting');
  const problemText = useProblemText();
  const client = useQueryClient();
  const me = useMe();
  const { store } = useOpenForm();
  const roundId = useReportingForm(({ form }) => form.round?.id ?? '');
  const [text, setText] = useStoredText(me.id, `comment.${roundId}.${id}`);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const add = async () => {
    if (isBusy || text.trim() === '') return;
    setBusy(true);
    setProblem(null);
    try {
      const comment = await sendComment(roundId, id, text.trim());
      store.put(id, (entry) => ({
        ...entry,
        row: { ...entry.row, comments: [...entry.row.comments.filter((one) => one.id !== comment.id), comment] },
      }));
      setText('');
      announce(t('commentAdded'));
      void client.invalidateQueries({ queryKey: reportingKey });
    } catch (error) {
      setProblem(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <TextArea
        label={t('commentNew')}
        rows={2}
        maxLength={maxComment}
        value={text}
        error={problem === null ? undefined : problemText(problem)}
        onChange={({ target }) => setText(target.value)}
      />
      <Button aria-disabled={isBusy} onClick={() => void add()}>
        {t('commentSend')}
      </Button>
    </>
  );
}

/** A person's text that this browser stores until it is sent. */
function useStoredText(userId: string, name: string) {
  const [text, setText] = useState(() => rememberedOwn(userId, name) ?? '');
  const set = (next: string) => {
    setText(next);
    rememberOwn(userId, name, next === '' ? null : next);
  };
  return [text, set] as const;
}
