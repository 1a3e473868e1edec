import type { Finding } from '@vointi/shared/finding/contract.ts';
import { useTranslations } from 'use-intl';
import { useLocalizedText } from '../../lib/text.tsx';
import { Card } from '../../ui/detail.tsx';
import { Tag } from '../../ui/tag.tsx';
import { IndicatorFigures } from '../../domain/indicator/indicator-list.tsx';
import { ofAgeGroups } from '../../domain/indicator/of-age-groups.ts';
import { usePeriodText } from '../../domain/indicator/use-period-text.ts';
import { MeasureRow, MeasureRows } from '../../domain/measure/measure-rows.tsx';
import { useAgeGroupWord } from '../../domain/measure/text.ts';
import styles from './finding-card.module.css';

type Props = { finding: Finding; href: { municipality: string; year: number } };

/** A finding with its indicators and measures. */
export function FindingCard({ finding, href }: Props) {
  const t = useTranslations('finding');
  const localize = useLocalizedText();
  const ageWord = useAgeGroupWord();
  const period = usePeriodText();
  const { text, ageGroups, indicators, measures } = finding;
  return (
    <Card>
      <h3 className={styles['text']} {...localize.in(text)} />
      <div className={styles['tags']}>
        {ageGroups.map((age) => (
          <Tag key={age}>{ageWord(age)}</Tag>
        ))}
        <span>{finding.period === null ? t('noPeriod') : period(finding.period)}</span>
      </div>
      {indicators.length === 0 ? (
        <p className={styles['small']}>{t('noFigure')}</p>
      ) : (
        indicators.map((indicator) => (
          <div key={indicator.slug} className={styles['figures']}>
            <IndicatorFigures
              indicator={ofAgeGroups(indicator, ageGroups)}
              href={href}
              heading={false}
              tellsNoPeriod={finding.period !== null}
            />
          </div>
        ))
      )}
      {measures.length > 0 && (
        <div>
          <p className={styles['head']}>{t('measures')}</p>
          <MeasureRows>
            {measures.map((measure) => (
              <MeasureRow key={measure.code} href={href} measure={measure} status={measure.status} />
            ))}
          </MeasureRows>
        </div>
      )}
    </Card>
  );
}
