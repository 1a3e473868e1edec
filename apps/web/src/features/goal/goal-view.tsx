import type { GoalDetail } from '@vointi/shared/goal/contract.ts';
import { ageGroups } from '@vointi/shared/measure/progress.ts';
import { useTranslations } from 'use-intl';
import { useLocalizedText } from '../../lib/text.tsx';
import { Lead, Section, Breadcrumbs } from '../../ui/detail.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { IndicatorList } from '../../domain/indicator/indicator-list.tsx';
import { AgesText, lightsOf } from '../../domain/measure/ages.tsx';
import { Change } from '../../domain/measure/change.tsx';
import { Legend } from '../../domain/measure/legend.tsx';
import { StatusBar, useStatusCountText } from '../../domain/measure/status-bar.tsx';
import { carriedShares } from '../../domain/measure/status.ts';
import { useAgeGroupWord } from '../../domain/measure/text.ts';
import { DepartmentNames } from '../../domain/measure/department-names.tsx';
import { MeasureRow, MeasureRows } from '../../domain/measure/measure-rows.tsx';
import { boardPath } from '../../domain/paths.ts';
import { TermRow, TermRows } from '../../domain/term/term-row.tsx';
import styles from './goal-view.module.css';

export function GoalView({ goal }: { goal: GoalDetail }) {
  const t = useTranslations('goal');
  const app = useTranslations('app');
  const trail = useTranslations('measurePage');
  const term = useTranslations('term');
  const localize = useLocalizedText();
  const countText = useStatusCountText();
  const { plan, counts, indicators, termMeasures } = goal;
  const href = { municipality: plan.municipality.slug, year: plan.year };
  return (
    <article>
      <Breadcrumbs
        label={trail('trail')}
        links={[{ href: boardPath(href.municipality, href.year), children: app('nav.board') }]}
      />
      <PageHeading
        title={localize(goal.shortName)}
        context={`${localize(plan.municipality.name)} ${plan.year}`}
        {...localize.in(goal.shortName)}
      />
      {localize(goal.name) !== localize(goal.shortName) && <Lead {...localize.in(goal.name)} />}
      {counts.total > 0 && (
        <div className={styles['summary']}>
          <AgesText {...goal} {...plan} lights={lightsOf(goal.measures)} />
          <StatusBar counts={counts} carried={carriedShares(goal.measures)} size="l" />
          <div className={styles['under']}>
            <p>
              <b>{t('measures', { count: counts.total })}</b>: {countText(counts)}
            </p>
            <Change change={goal.change} />
            <Legend />
          </div>
        </div>
      )}
      {counts.total === 0 ? (
        <Section title={t('year', { year: String(plan.year) })}>
          <p className={styles['muted']}>{t('none')}</p>
        </Section>
      ) : (
        <Measures goal={goal} />
      )}
      {indicators.length > 0 && (
        <Section title={t('indicators')}>
          <IndicatorList indicators={indicators} href={href} wide />
        </Section>
      )}
      <Section title={t('term')} note={term('rule')}>
        {termMeasures.length === 0 ? (
          <p className={styles['muted']}>{term('goalNone')}</p>
        ) : (
          <TermRows>
            {termMeasures.map((row) => (
              <TermRow key={row.code} row={row} href={href} />
            ))}
          </TermRows>
        )}
      </Section>
    </article>
  );
}

/** The measures of the year by age group, in the usual order of age groups. */
function Measures({ goal: { measures, departments, plan } }: { goal: GoalDetail }) {
  const ageWord = useAgeGroupWord();
  const countText = useTranslations('plan');
  const href = { municipality: plan.municipality.slug, year: plan.year };
  return [...ageGroups, null].map((age) => {
    const own = measures.filter(({ ageGroup }) => ageGroup === age);
    if (own.length === 0) return null;
    return (
      <Section key={age} title={`${age === null ? countText('noAgeGroup') : ageWord(age)} · ${own.length}`}>
        <MeasureRows>
          {own.map((measure) => (
            <MeasureRow
              key={measure.code}
              href={href}
              measure={{ ...measure, ageGroup: null }}
              status={measure.status}
              assignments={measure.assignments}
              rounds={plan.rounds}
            >
              {' · '}
              <DepartmentNames
                assignments={measure.assignments}
                departments={departments}
                rounds={plan.rounds}
                withAnswer={measure.status === 'mixed'}
              />
            </MeasureRow>
          ))}
        </MeasureRows>
      </Section>
    );
  });
}
