import type { RoundDepartment } from '@vointi/shared/round/manage-contract.ts';
import type { RoundState } from '@vointi/shared/round/state.ts';
import { useTranslations } from 'use-intl';
import { useFormat } from '../../../lib/format.ts';
import { LocalizedText, useLocalizedText } from '../../../lib/text.tsx';
import { Button, buttonClass } from '../../../ui/button.tsx';
import { dayText } from '../../../ui/form/day.ts';
import { AnswerBar, useAnswerCountText } from '../answer-bar.tsx';
import { answersPath } from '../../../domain/paths.ts';
import { useMoment } from '../use-moment.ts';
import styles from './departments.module.css';
import type { OpenDialog } from './dialogs.tsx';
import { answerStageOf } from './answer-stage.ts';
import type { Remind } from './use-remind.ts';
import { useReminderText } from './use-reminder-text.ts';

type Props = {
  slug: string;
  roundId: string;
  row: RoundDepartment;
  state: RoundState;
  mayManage: boolean;
  mayAnswer: boolean;
  remind: Remind;
  onOpenDialog: (dialog: OpenDialog) => void;
};

export function DepartmentRow({ slug, roundId, row, state, mayManage, mayAnswer, remind, onOpenDialog }: Props) {
  const t = useTranslations('round.departments');
  const localize = useLocalizedText();
  const reminderText = useReminderText();
  const name = localize(row.department.name);
  const takes = state === 'open' || row.reopening !== null;
  return (
    <tr>
      <th scope="row">
        <LocalizedText text={row.department.name} />
        {row.reopening && <Reopened row={row} />}
      </th>
      <td>{state === 'planned' ? <QuestionCount row={row} /> : <Answers row={row} />}</td>
      <td>
        <Opened row={row} />
      </td>
      <td>
        <UnderWay row={row} />
      </td>
      <td className={styles['small']}>
        <Labelled label={t('reminder')}>
          {row.lastReminder ? reminderText(row.lastReminder) : t('notReminded')}
        </Labelled>
      </td>
      <td>
        <div className={styles['actions']}>
          {mayManage && state === 'open' && row.counts.missing > 0 && (
            <Button
              size="small"
              aria-label={t('remindOne', { name })}
              aria-disabled={remind.isBusy}
              onClick={() => remind.send([row.department.slug])}
            >
              {t('remind')}
            </Button>
          )}
          {mayAnswer && takes && (
            <a
              href={answersPath(slug, row.department.slug, roundId)}
              className={buttonClass({ size: 'small' })}
              aria-label={t('answerFor', { name })}
            >
              {t('answer')}
            </a>
          )}
          {mayManage && state === 'closed' && !row.reopening && row.counts.missing > 0 && (
            <Button
              size="small"
              aria-label={t('reopenFor', { name })}
              onClick={() => onOpenDialog({ kind: 'reopen', department: row.department.slug })}
            >
              {t('reopen')}
            </Button>
          )}
          {mayManage && row.reopening && (
            <Button
              size="small"
              aria-label={t('endFor', { name })}
              onClick={() => row.reopening && onOpenDialog({ kind: 'end', reopening: row.reopening })}
            >
              {t('end')}
            </Button>
          )}
        </div>
      </td>
    </tr>
  );
}

/** The column's heading, on screens that show no columns. */
const Labelled = ({ label, children }: { label: string; children: React.ReactNode }) => (
  <>
    <span className={styles['label']}>{label}: </span>
    {children}
  </>
);

function Reopened({ row: { reopening } }: { row: RoundDepartment }) {
  const t = useTranslations('round.departments');
  return (
    reopening && (
      <p className={styles['small']}>
        {t('reopened', { day: dayText(reopening.untilOn), reason: reopening.reason, author: reopening.author })}
      </p>
    )
  );
}

function QuestionCount({ row }: { row: RoundDepartment }) {
  const t = useTranslations('round');
  return t('asks', { count: row.counts.total });
}

function Answers({ row }: { row: RoundDepartment }) {
  const t = useTranslations('round.departments');
  const moment = useMoment();
  const countText = useAnswerCountText();
  return (
    <div className={styles['answers']}>
      <b>{t(`standing.${answerStageOf(row)}`)}</b>
      <AnswerBar counts={row.counts} />
      <span className={styles['small']} aria-hidden="true">
        {countText(row.counts)}
      </span>
      {row.lastAnswerAt && (
        <span className={styles['small']}>{t('lastAnswer', { when: moment(row.lastAnswerAt) })}</span>
      )}
    </div>
  );
}

function Opened({ row: { visits, reporters } }: { row: RoundDepartment }) {
  const t = useTranslations('round.departments');
  const format = useFormat();
  const moment = useMoment();
  const [latest, ...others] = visits;
  return (
    <div className={styles['small']}>
      <p>
        <Labelled label={t('opened')}>
          {latest ? t('openedBy', { name: latest.name, when: moment(latest.at) }) : t('notOpened')}
        </Labelled>
      </p>
      {others.length > 0 && <p>{t('openedAlso', { names: format.list(others.map(({ name }) => name)) })}</p>}
      <p>{t('reporters', { count: reporters })}</p>
    </div>
  );
}

function UnderWay({ row: { drafts, awaitingApproval, comments } }: { row: RoundDepartment }) {
  const t = useTranslations('round.departments');
  const parts = [
    drafts > 0 && t('drafts', { count: drafts }),
    awaitingApproval > 0 && t('awaiting', { count: awaitingApproval }),
    comments > 0 && t('comments', { count: comments }),
  ].filter(Boolean);
  return (
    <div className={styles['small']}>
      {parts.length === 0 ? (
        <span className={styles['none']}>–</span>
      ) : (
        parts.map((part) => <p key={String(part)}>{part}</p>)
      )}
    </div>
  );
}
