import type { DepartmentDetail } from '@vointi/shared/department/contract.ts';
import type { BoardGoal } from '@vointi/shared/plan/contract.ts';
import { useTranslations } from 'use-intl';
import { useFormat } from '../../lib/format.ts';
import { LocalizedText, useLocalizedText } from '../../lib/text.tsx';
import { Lead, Section, Breadcrumbs } from '../../ui/detail.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { AgesText, lightsOf } from '../../domain/measure/ages.tsx';
import { DepartmentNames } from '../../domain/measure/department-names.tsx';
import { MeasureRow, MeasureRows } from '../../domain/measure/measure-rows.tsx';
import { answerOf } from '../../domain/measure/status.ts';
import { Legend } from '../../domain/measure/legend.tsx';
import { Light } from '../../domain/measure/light.tsx';
import { StatusBar } from '../../domain/measure/status-bar.tsx';
import { useStatusWord } from '../../domain/measure/text.ts';
import { boardPath, departmentPath } from '../../domain/paths.ts';
import styles from './department-view.module.css';

export function DepartmentView({ detail }: { detail: DepartmentDetail }) {
  const t = useTranslations('department');
  const app = useTranslations('app');
  const trail = useTranslations('measurePage');
  const localize = useLocalizedText();
  const format = useFormat();
  const { plan, department, answers, goals } = detail;
  const { slug, name } = plan.municipality;
  return (
    <article>
      <Breadcrumbs label={trail('trail')} links={[{ href: boardPath(slug, plan.year), children: app('nav.board') }]} />
      <PageHeading
        title={localize(department.name)}
        context={`${localize(name)} ${plan.year}`}
        {...localize.in(department.name)}
      />
      <Lead>
        {t(`kind.${department.kind}`)}
        {department.aliases.length > 0 && `. ${t('aliases', { names: format.list(department.aliases) })}`}
      </Lead>
      {department.successor && (
        <Lead>
          {t('successor')}{' '}
          <a
            href={departmentPath(slug, plan.year, department.successor.slug)}
            {...localize.in(department.successor.name)}
          />
        </Lead>
      )}
      {answers.total === 0 ? <Lead>{t('none')}</Lead> : <OwnLights detail={detail} />}
      {goals
        .filter(({ measures }) => measures.length > 0)
        .map((goal) => (
          <Section key={goal.slug} title={<LocalizedText text={goal.shortName} />}>
            <GoalMeasures goal={goal} detail={detail} />
          </Section>
        ))}
    </article>
  );
}

const own = ['done', 'in_progress', 'not_started', 'not_reported'] as const;

/** Counts of the department's own answers, without those of other departments. */
function OwnLights({ detail: { answers, ages, goals, plan, department } }: { detail: DepartmentDetail }) {
  const t = useTranslations('department');
  const word = useStatusWord();
  const counts = { ...answers, mixed: 0 };
  const lights = lightsOf(goals.flatMap(({ measures }) => measures)).filter(
    (one) => one.department === department.slug,
  );
  const carried = Object.fromEntries(
    own.map((answer) => [
      answer,
      lights.filter(({ progress, isCarried }) => isCarried && answerOf(progress) === answer).length,
    ]),
  );
  return (
    <section aria-label={t('lights')} className={styles['summary']}>
      <AgesText ages={ages} round={plan.round} rounds={plan.rounds} lights={lights} />
      <dl className={styles['figures']}>
        {own.map((answer) => (
          <div key={answer} className={styles['figure']}>
            <dt>{word(answer)}</dt>
            <dd>
              <Light status={answer} />
              {answers[answer]}
            </dd>
          </div>
        ))}
      </dl>
      <StatusBar counts={counts} carried={carried} size="l" />
      <div className={styles['under']}>
        <p>{t('lightsNote', { count: answers.total })}</p>
        <Legend />
      </div>
    </section>
  );
}

function GoalMeasures({ goal, detail }: { goal: BoardGoal; detail: DepartmentDetail }) {
  const t = useTranslations('department');
  const { plan, department, departments } = detail;
  return (
    <MeasureRows>
      {goal.measures.map((measure) => {
        const mine = measure.assignments.find((one) => one.department === department.slug);
        const others = measure.assignments.filter((one) => one !== mine);
        return (
          <MeasureRow
            key={measure.code}
            href={{ municipality: plan.municipality.slug, year: plan.year }}
            measure={measure}
            status={answerOf(mine?.progress ?? null)}
            assignments={mine && [mine]}
            rounds={plan.rounds}
          >
            {mine?.note && (
              <>
                {': '}
                <LocalizedText text={mine.note} />
              </>
            )}
            {others.length > 0 && (
              <>
                {` · ${t('together')} `}
                <DepartmentNames assignments={others} departments={departments} rounds={plan.rounds} withAnswer />
              </>
            )}
          </MeasureRow>
        );
      })}
    </MeasureRows>
  );
}
