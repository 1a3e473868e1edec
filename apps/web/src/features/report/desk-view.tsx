import { useId } from 'react';
import { useTranslations } from 'use-intl';
import { T, useText } from '../../lib/text.tsx';
import { Empty } from '../../ui/empty.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { Legend, StatusBar, useCountWords } from '../measure/public.ts';
import { AssignmentRow } from './assignment-row.tsx';
import { byGoal, countsOf, type Desk, type Row } from './desks.ts';
import styles from './reporting.module.css';

/** One department's measures, by goal. */
export function DeskView({ desk }: { desk: Desk }) {
  const t = useTranslations('reporting');
  const say = useText();
  const words = useCountWords();
  const { municipality, year, round, department, rows } = desk;
  const counts = countsOf(rows);
  const place = `${say(municipality.name)} ${year}`;
  return (
    <article className={styles['desk']}>
      <header className={styles['head']}>
        <p className={styles['place']}>
          {t('title')}, {place}
        </p>
        <PageHeading title={`${t('title')}, ${say(department.name)}`} place={place} {...say.in(department.name)} />
        <p className={styles['lead']}>
          {t('lead', { count: rows.length })}
          {round && `, ${t('leadRound', { round: say(round.name) })}`}. {t('readOnly')}
        </p>
      </header>
      {rows.length === 0 ? (
        <Empty title={t('noneHere')} />
      ) : (
        <>
          <section aria-label={t('lights')} className={styles['sum']}>
            <div>
              <b>{t('answered', { answered: rows.length - counts.not_reported, total: rows.length })}</b>
              <p>{words(counts)}</p>
              <Legend />
            </div>
            <StatusBar counts={counts} size="l" />
          </section>
          {byGoal(rows).map((some) => (
            <Goal key={some[0]?.measure.goal.fi} rows={some} desk={desk} />
          ))}
        </>
      )}
    </article>
  );
}

function Goal({ rows, desk }: { rows: readonly Row[]; desk: Desk }) {
  const id = useId();
  const [first] = rows;
  if (!first) return null;
  return (
    <section aria-labelledby={id} className={styles['goal']}>
      <h2 id={id}>
        <T text={first.measure.goal} />
      </h2>
      <ul className={styles['rows']}>
        {rows.map((row) => (
          <AssignmentRow key={row.assignmentId} row={row} desk={desk} />
        ))}
      </ul>
    </section>
  );
}
