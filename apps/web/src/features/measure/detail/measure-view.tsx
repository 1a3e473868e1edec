import type { MeasureDetail } from '@vointi/shared/measure/contract.ts';
import type { ComponentType } from 'react';
import { useTranslations } from 'use-intl';
import { useLocalizedText } from '../../../lib/text.tsx';
import { Columns, Section, Breadcrumbs } from '../../../ui/detail.tsx';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { goalPath, boardPath } from '../../../domain/paths.ts';
import { IndicatorList } from '../../../domain/indicator/indicator-list.tsx';
import { Legend } from '../../../domain/measure/legend.tsx';
import { Light } from '../../../domain/measure/light.tsx';
import { MeasureTags } from '../../../domain/measure/measure-tags.tsx';
import { RoundGlyphs } from '../../../domain/measure/round-glyphs.tsx';
import { useStatusWord } from '../../../domain/measure/text.ts';
import { Answers } from './answers.tsx';
import { History } from './history.tsx';
import styles from './measure-view.module.css';
import { MeasureSide } from './side.tsx';
import { Timeline } from './timeline.tsx';

const maxRounds = 4;

export type DecisionsProps = { slug: string; year: number; code: string };

type Props = { measure: MeasureDetail; decisions: ComponentType<DecisionsProps> };

export function MeasureView({ measure, decisions: Decisions }: Props) {
  const t = useTranslations('measurePage');
  const app = useTranslations('app');
  const localize = useLocalizedText();
  const word = useStatusWord();
  const { plan, goal, status, assignments, indicators, indicatorSets } = measure;
  const { slug, name } = plan.municipality;
  const rounds = measure.history
    .slice(0, maxRounds)
    .map(({ round, status: then, answers }) => ({ ...round, status: then, assignments: answers }))
    .toReversed();
  return (
    <article>
      <Breadcrumbs
        label={t('trail')}
        links={[
          { href: boardPath(slug, plan.year), children: app('nav.board') },
          { href: goalPath(slug, plan.year, goal.slug), ...localize.in(goal.shortName) },
        ]}
      />
      <PageHeading
        title={localize(measure.title)}
        context={`${localize(name)} ${plan.year}`}
        {...localize.in(measure.title)}
      />
      <div className={styles['status']} role="group" aria-label={t('status')}>
        <Light status={status} assignments={assignments} size="l" />
        <p className={styles['word']}>{word(status)}</p>
        <MeasureTags measure={measure} />
        {rounds.length > 1 && (
          <p className={styles['lately']}>
            {t('lately')} <RoundGlyphs rounds={rounds} />
          </p>
        )}
        <Legend />
      </div>
      <Columns side={<MeasureSide measure={measure} />}>
        <Section title={t('departments')}>
          <Answers measure={measure} />
        </Section>
        <Section title={t('indicators')}>
          {indicators.length > 0 && (
            <IndicatorList indicators={indicators} href={{ municipality: slug, year: plan.year }} />
          )}
          {indicators.length === 0 && (
            <p className={styles['muted']}>{indicatorSets.length > 0 ? t('setsOnly') : t('noIndicators')}</p>
          )}
          {indicatorSets.length > 0 && (
            <div className={styles['sets']}>
              <h3>{t('sets')}</h3>
              <ul>
                {indicatorSets.map((set) => (
                  <li key={set.slug} {...localize.in(set.name)} />
                ))}
              </ul>
            </div>
          )}
        </Section>
        <Decisions slug={slug} year={plan.year} code={measure.code} />
        {measure.history.length > 0 && (
          <Section title={t('history')}>
            <History measure={measure} />
          </Section>
        )}
        {measure.history.length > 0 && (
          <Section title={t('timeline.title')}>
            <Timeline slug={slug} year={plan.year} code={measure.code} />
          </Section>
        )}
      </Columns>
    </article>
  );
}
