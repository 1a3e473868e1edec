import type { IndicatorDetail } from '@vointi/shared/indicator/read-contract.ts';
import { areas, sexes } from '@vointi/shared/indicator/kind.ts';
import { comparePeriods, parsePeriod } from '@vointi/shared/indicator/period.ts';
import { ageGroups } from '@vointi/shared/measure/progress.ts';
import { useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useLanguage } from '../../../lib/intl.tsx';
import { Button } from '../../../ui/button.tsx';
import { LeaveGuard } from '../../../ui/form/leave-guard.tsx';
import { Select } from '../../../ui/form/select.tsx';
import { TextField } from '../../../ui/form/text-field.tsx';
import { useAgeGroupWord } from '../../../domain/measure/text.ts';
import { useChartTexts } from '../../../domain/indicator/chart/use-chart-texts.ts';
import type { Who } from '../../../domain/indicator/chart/model.ts';
import styles from '../manage/manage.module.css';
import { periodInputText } from '../../../domain/indicator/period-input.ts';
import { GridPanel } from './grid-panel.tsx';
import { gridKey, cellOf, type Grid, type GridCell } from './model.ts';
import { useGrid } from './use-grid.ts';

const seriesKey = ({ area, ageGroup, sex }: Who) => `${area}.${ageGroup ?? ''}.${sex ?? ''}`;
const total: Who = { area: 'municipality', ageGroup: null, sex: null };

/** The values of one indicator: a row for each period, newest first, and a column for each series. */
export function ValueGrid({ slug, indicator }: { slug: string; indicator: IndicatorDetail }) {
  const t = useTranslations('grid');
  const language = useLanguage();
  const texts = useChartTexts(indicator);
  const [addedPeriods, setAddedPeriods] = useState<readonly string[]>([]);
  const [addedSeries, setAddedSeries] = useState<readonly Who[]>([]);
  const missing = t('missing');
  const grid = useMemo((): Grid => {
    const { values } = indicator;
    const stored = values.map(({ period }) => period ?? '');
    const periods = [...new Set([...stored, ...addedPeriods, String(indicator.plan.year)])].toSorted((one, other) =>
      comparePeriods(other || null, one || null),
    );
    const series = [...new Map([total, ...values, ...addedSeries].map((who) => [seriesKey(who), who])).values()];
    const nameOf = (who: Who) => (seriesKey(who) === seriesKey(total) ? t('total') : texts.who(who));
    const labelOf = (period: string) => (period === '' ? t('noPeriod') : periodInputText(period));
    const cells = new Map<string, GridCell>();
    for (const period of periods) {
      for (const { area, ageGroup, sex } of series) {
        const who = { area, ageGroup, sex };
        const key = gridKey(period, seriesKey(who));
        const value = values.find((one) => (one.period ?? '') === period && seriesKey(one) === seriesKey(who)) ?? null;
        const cellKey = { indicator: indicator.slug, period: period || null, ...who };
        const names = { row: labelOf(period), column: nameOf(who) };
        cells.set(key, cellOf(key, indicator, { names, cellKey, value, language, missing }));
      }
    }
    return {
      rows: periods.map((period) => ({ key: period, label: labelOf(period) })),
      columns: series.map((who) => ({ key: seriesKey(who), label: nameOf(who) })),
      cells,
    };
  }, [indicator, addedPeriods, addedSeries, language, missing, texts, t]);
  const state = useGrid(slug, grid);
  return (
    <>
      <div className={styles['add']}>
        <AddPeriod
          known={grid.rows.map(({ key }) => key)}
          onAdd={(period) => setAddedPeriods((now) => [...now, period])}
        />
      </div>
      <AddSeries
        isKnown={(who) => grid.columns.some(({ key }) => key === seriesKey(who))}
        onAdd={(who) => setAddedSeries((now) => [...now, who])}
      />
      <GridPanel label={t('title')} grid={grid} state={state} />
      <LeaveGuard isDirty={state.changed.length > 0} />
    </>
  );
}

function AddPeriod({ known, onAdd }: { known: readonly string[]; onAdd: (period: string) => void }) {
  const t = useTranslations('grid');
  const [text, setText] = useState('');
  const [error, setError] = useState<string>();
  const add = () => {
    const period = parsePeriod(text);
    if (period === null) return setError(t('addPeriodWrong'));
    if (known.includes(period)) return setError(t('addPeriodTwice'));
    setError(undefined);
    setText('');
    return onAdd(period);
  };
  return (
    <>
      <TextField
        label={t('addPeriod')}
        hint={t('addPeriodHint')}
        isShort
        value={text}
        error={error}
        autoComplete="off"
        onChange={({ target }) => setText(target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          add();
        }}
      />
      <Button onClick={add}>{t('addPeriod')}</Button>
    </>
  );
}

type SeriesProps = { isKnown: (who: Who) => boolean; onAdd: (who: Who) => void };

function AddSeries({ isKnown, onAdd }: SeriesProps) {
  const t = useTranslations('grid');
  const indicatorText = useTranslations('indicator');
  const ageWord = useAgeGroupWord();
  const [who, setWho] = useState<Who>(total);
  const [error, setError] = useState<string>();
  const everybody = { value: '', label: t('total') };
  const change = (part: Partial<Who>) => {
    setError(undefined);
    setWho((now) => ({ ...now, ...part }));
  };
  return (
    <div className={styles['add']} role="group" aria-label={t('addSeries')}>
      <Select
        label={t('ageGroup')}
        error={error}
        value={who.ageGroup ?? ''}
        onChange={({ target }) => change({ ageGroup: ageGroups.find((one) => one === target.value) ?? null })}
        options={[everybody, ...ageGroups.map((value) => ({ value, label: ageWord(value) }))]}
      />
      <Select
        label={t('sex')}
        value={who.sex ?? ''}
        onChange={({ target }) => change({ sex: sexes.find((one) => one === target.value) ?? null })}
        options={[everybody, ...sexes.map((value) => ({ value, label: indicatorText(`sex.${value}`) }))]}
      />
      <Select
        label={t('area')}
        value={who.area}
        onChange={({ target }) => change({ area: areas.find((one) => one === target.value) ?? 'municipality' })}
        options={areas.map((value) => ({ value, label: indicatorText(`area.${value}`) }))}
      />
      <Button onClick={() => (isKnown(who) ? setError(t('addSeriesTwice')) : onAdd(who))}>{t('addSeries')}</Button>
    </div>
  );
}
