import type { MeasureDetail } from '@vointi/shared/measure/contract.ts';
import { useTranslations } from 'use-intl';
import { useFormat } from '../../../lib/format.ts';
import { LocalizedText, useLocalizedText } from '../../../lib/text.tsx';
import { Card, Cards } from '../../../ui/detail.tsx';
import { departmentPath } from '../../../domain/paths.ts';
import { Light } from '../../../domain/measure/light.tsx';
import { answerOf } from '../../../domain/measure/status.ts';
import { useStatusWord } from '../../../domain/measure/text.ts';
import styles from './measure-view.module.css';

type Assignment = MeasureDetail['assignments'][number];

/** The answer of each department, with its date. */
export function Answers({ measure: { assignments, plan } }: { measure: MeasureDetail }) {
  const localize = useLocalizedText();
  return (
    <Cards>
      {assignments.map((assignment) => (
        <Card key={assignment.department.slug}>
          <div className={styles['answer']}>
            <Light status={answerOf(assignment.progress)} assignments={[assignment]} size="l" />
            <h3 className={styles['department']}>
              <a
                href={departmentPath(plan.municipality.slug, plan.year, assignment.department.slug)}
                {...localize.in(assignment.department.name)}
              />
            </h3>
            <AnswerText assignment={assignment} rounds={plan.rounds} />
          </div>
        </Card>
      ))}
    </Cards>
  );
}

type Props = { assignment: Assignment; rounds: MeasureDetail['plan']['rounds'] };

function AnswerText({ assignment, rounds }: Props) {
  const t = useTranslations('measurePage');
  const lower = useTranslations('measure');
  const word = useStatusWord();
  const { progress, note, evidence, previous } = assignment;
  return (
    <div className={styles['answerText']}>
      <p>
        <b>{word(answerOf(progress))}</b>
      </p>
      {note && (
        <p>
          <LocalizedText text={note} />
        </p>
      )}
      {evidence && (
        <p>
          {t('evidence')}
          <LocalizedText text={evidence} />
        </p>
      )}
      <From assignment={assignment} rounds={rounds} />
      <When assignment={assignment} />
      {previous && previous !== progress && (
        <p className={styles['small']}>{t('previous', { status: lower(`lower.${previous}`) })}</p>
      )}
    </div>
  );
}

/** From which round and from whom the light is, where it is not the department's answer in the current round. */
function From({ assignment: { isCarried, round, origin }, rounds }: Props) {
  const t = useTranslations('measurePage');
  const localize = useLocalizedText();
  const from = isCarried && rounds.find(({ slug }) => slug === round);
  const parts = [
    from && t('fromRound', { round: localize(from.name) }),
    origin !== null && origin !== 'department' && t(`origin.${origin}`),
  ].filter(Boolean);
  return parts.length > 0 && <p className={styles['small']}>{parts.join(' · ')}</p>;
}

/** The day of the report, or that it comes from a document without a date. */
function When({ assignment: { progress, reportedAt } }: { assignment: Assignment }) {
  const t = useTranslations('measurePage');
  const format = useFormat();
  if (reportedAt) return <p className={styles['small']}>{t('reported', { date: format.date(reportedAt) })}</p>;
  if (progress === null) return null;
  return <p className={styles['small']}>{t('undated')}</p>;
}
