import type { MeasureDetail } from '@vointi/shared/measure/contract.ts';
import type { Board, BoardAssignment } from '@vointi/shared/plan/contract.ts';
import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useLanguage } from '../../../lib/intl.tsx';
import { hyphenate } from '../../../lib/hyphenate.ts';
import { useLocalizedText } from '../../../lib/text.tsx';
import { useValueTexts } from '../../../domain/indicator/use-value-texts.ts';
import { periodText, valueText } from '../../../domain/indicator/value-text.ts';
import { useLightWord } from '../../../domain/measure/ages.tsx';
import { Light } from '../../../domain/measure/light.tsx';
import { answerOf } from '../../../domain/measure/status.ts';
import { useStatusWord } from '../../../domain/measure/text.ts';
import { getMeasure } from '../requests.ts';
import { openedMeasure, type OpenedMeasure } from '../steps/measure.ts';
import { useScreenTexts } from '../use-screen-texts.ts';
import { Head } from './head.tsx';
import { Message } from './stage.tsx';
import styles from './open-measure.module.css';

type Props = { code: string; board: Board; reserved: number };

/** One measure over the whole screen: its departments' answers, earlier rounds and figures. */
export function OpenMeasure({ code, board, reserved }: Props) {
  const t = useTranslations('display');
  const texts = useScreenTexts();
  const valueOf = useValueOf();
  const word = useStatusWord();
  const of = useLightWord(board);
  const wordOf = (light: BoardAssignment) => of(word(answerOf(light.progress)), light);
  const detail = useMeasure(board, code);
  const opened = openedMeasure({ code, board, detail, reserved, texts, wordOf, valueOf });
  if (!opened) return <Message text={t('measure.gone')} />;
  return (
    <>
      <Head text={opened.headline.text} />
      <div className={styles['body']}>
        <Answers opened={opened} />
        {detail && <Side opened={opened} />}
      </div>
    </>
  );
}

function Answers({ opened: { answers, more } }: { opened: OpenedMeasure }) {
  return (
    <ul className={styles['answers']}>
      {answers.map(({ department, answer, isCarried, word, note }) => (
        <li key={department} className={styles['answer']}>
          <span className={styles['glyph']}>
            <Light status={answer} carried={isCarried ? 'all' : 'none'} size="own" />
          </span>
          <div>
            <p>
              <b>{department}</b> {word}
            </p>
            {note && <p className={styles['note']}>{hyphenate(note)}</p>}
          </div>
        </li>
      ))}
      {more > 0 && <li className={styles['more']}>+{more}</li>}
    </ul>
  );
}

function Side({ opened: { rounds, figures } }: { opened: OpenedMeasure }) {
  const t = useTranslations('display.measure');
  const localize = useLocalizedText();
  const word = useStatusWord();
  return (
    <div className={styles['side']}>
      {rounds.length > 0 && (
        <section>
          <h2 className={styles['label']}>{t('rounds')}</h2>
          <ul>
            {rounds.map(({ round, status, answers }) => (
              <li key={round.slug} className={styles['round']} aria-label={`${localize(round.name)}: ${word(status)}`}>
                <span className={styles['glyph']}>
                  <Light status={status} assignments={answers} size="own" />
                </span>
                <span className={styles['one']}>{localize(round.name)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section>
        <h2 className={styles['label']}>{t('figures')}</h2>
        {figures.length === 0 && <p>{t('noFigures')}</p>}
        <ul>
          {figures.map(({ slug, name, value }) => (
            <li key={slug}>
              <p className={styles['note']}>{name}</p>
              <p>
                <b>{value}</b>
              </p>
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}

/** The newest value with its period: "283 (2023)". */
function useValueOf() {
  const language = useLanguage();
  const { texts } = useValueTexts();
  return (indicator: MeasureDetail['indicators'][number]): string | null => {
    const value = indicator.values.findLast(({ kind }) => kind !== 'missing');
    if (!value) return null;
    const text = valueText(value, indicator, language, texts);
    return value.period === null ? text : `${text} (${periodText(value.period, language)})`;
  };
}

/** The measure's details, loaded when it opens and again when the plan changes. */
function useMeasure(board: Board, code: string): MeasureDetail | null {
  const [detail, setDetail] = useState<MeasureDetail | null>(null);
  const { municipality, year, revision } = board;
  useEffect(() => {
    let isWanted = true;
    // Until it loads, and when it fails, the board's lights are shown.
    void getMeasure(municipality.slug, year, code).then(
      (measureDetail) => isWanted && setDetail(measureDetail),
      () => {},
    );
    return () => {
      isWanted = false;
    };
  }, [municipality.slug, year, code, revision]);
  return detail?.code === code ? detail : null;
}
