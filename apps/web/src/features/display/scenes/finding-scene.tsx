import type { CSSProperties } from 'react';
import { useTranslations } from 'use-intl';
import { useLanguage } from '../../../lib/intl.tsx';
import { useLocalizedText } from '../../../lib/text.tsx';
import { hyphenate } from '../../../lib/hyphenate.ts';
import { periodText } from '../../../domain/indicator/value-text.ts';
import { useAgeGroupWord } from '../../../domain/measure/text.ts';
import type { StepOf } from '../steps/types.ts';
import { Arrow } from './arrow.tsx';
import styles from './finding-scene.module.css';
import { Head } from './head.tsx';
import scene from './scene.module.css';

/** One finding; word and icon say whether it is good, without the lights' colours. */
export function FindingScene({ step: { finding, size, text } }: { step: StepOf<'findings'> }) {
  const t = useTranslations('finding');
  const own = useTranslations('display');
  const localize = useLocalizedText();
  const language = useLanguage();
  const ageGroup = useAgeGroupWord();
  const about = [
    finding.period === null ? null : periodText(finding.period, language),
    ...finding.ageGroups.map((one) => ageGroup(one)),
  ];
  return (
    <>
      <Head text={t(`tone.${finding.tone}`)} />
      <div className={scene['body']}>
        <p className={styles['text']} style={{ '--size': size } as CSSProperties} lang={localize.in(finding.text).lang}>
          {hyphenate(text)}
        </p>
        <p className={styles['about']}>
          <Arrow to={finding.tone === 'positive' ? 'good' : 'bad'} />
          {own(`tone.${finding.tone}`)}
          {about.filter(Boolean).map((part) => (
            <span key={part}>· {part}</span>
          ))}
        </p>
      </div>
    </>
  );
}
