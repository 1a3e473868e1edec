import type { MeasureDetail } from '@vointi/shared/measure/contract.ts';
import { useTranslations } from 'use-intl';
import { useFormat } from '../../../lib/format.ts';
import { LocalizedText, useLocalizedText } from '../../../lib/text.tsx';
import { Light } from '../../../domain/measure/light.tsx';
import { answerOf } from '../../../domain/measure/status.ts';
import { shortNameOf, useStatusWord } from '../../../domain/measure/text.ts';
import styles from './measure-view.module.css';

type Answer = MeasureDetail['history'][number]['answers'][number];

/** The answers of each round, newest first. */
export function History({ measure: { history, assignments } }: { measure: MeasureDetail }) {
  const t = useTranslations('measurePage');
  const localize = useLocalizedText();
  const word = useStatusWord();
  return (
    <ol className={styles['rounds']}>
      {history.map(({ round, status, answers }) => (
        <li key={round.slug}>
          <Light status={status} assignments={answers} />
          <div className={styles['round']}>
            <h3 {...localize.in(round.name)} />
            <p className={styles['small']}>
              {word(status)}, {t('period', { period: localize(round.periodAssessed) })}
            </p>
            <ul>
              {answers.map((answer) => (
                <AnswerText
                  key={answer.department}
                  answer={answer}
                  department={assignments.find(({ department }) => department.slug === answer.department)?.department}
                />
              ))}
            </ul>
          </div>
        </li>
      ))}
    </ol>
  );
}

type Department = MeasureDetail['assignments'][number]['department'];

function AnswerText({ answer, department }: { answer: Answer; department: Department | undefined }) {
  const t = useTranslations('measurePage');
  const lower = useTranslations('measure');
  const format = useFormat();
  const { progress, note, confirmed, reportedAt, isAfterwards } = answer;
  const details = [
    lower(`lower.${answerOf(progress)}`),
    confirmed && t('confirmed'),
    reportedAt && format.date(reportedAt),
    isAfterwards && t('afterwards'),
  ];
  return (
    <li>
      <Light status={answerOf(progress)} size="s" />
      <div>
        {department ? <LocalizedText text={shortNameOf(department)} /> : answer.department}:{' '}
        {details.filter(Boolean).join(', ')}
        {note && (
          <p className={styles['small']}>
            <LocalizedText text={note} />
          </p>
        )}
      </div>
    </li>
  );
}
