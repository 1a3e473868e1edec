import { useQuery } from '@tanstack/react-query';
import type { DepartmentRow, MergePreview } from '@vointi/shared/department/manage-contract.ts';
import { useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { LocalizedText, useLocalizedText } from '../../../lib/text.tsx';
import { Button } from '../../../ui/button.tsx';
import { ErrorNotice } from '../../../ui/error-notice.tsx';
import { FormProblem } from '../../../ui/form/form-notices.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { mergePreviewQuery } from './queries.ts';
import { merge } from './writes.ts';
import styles from './merge-step.module.css';

type Props = {
  slug: string;
  row: DepartmentRow;
  into: string;
  onBack: () => void;
  onDone: (into: DepartmentRow) => void;
};

/** Shows what a merge would move and what prevents it. */
export function MergeStep({ slug, row, into, onBack, onDone }: Props) {
  const t = useTranslations('departmentManage');
  const words = useTranslations('form');
  const ui = useTranslations('ui');
  const { data, error, refetch } = useQuery(mergePreviewQuery(slug, row.id, into));
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const step = useRef<HTMLDivElement>(null);
  useEffect(() => step.current?.focus(), [data]);
  const act = async () => {
    if (isBusy) return;
    setBusy(true);
    setProblem(null);
    try {
      onDone(await merge(slug, row, into));
    } catch (refused) {
      setProblem(refused);
      setBusy(false);
    }
  };
  return (
    <div ref={step} tabIndex={-1} className={styles['step']}>
      {data && <Preview preview={data} />}
      {!data && error && <ErrorNotice error={error} onRetry={() => void refetch()} />}
      {!data && !error && (
        <div aria-busy="true">
          <p>{ui('loading')}</p>
          <Skeleton height="8rem" />
        </div>
      )}
      <div role="alert">{problem !== null && <FormProblem problem={problem} />}</div>
      <div className={styles['actions']}>
        {data?.isPossible && (
          <Button variant="primary" aria-disabled={isBusy} onClick={() => void act()}>
            {isBusy ? words('saving') : t('merge.do')}
          </Button>
        )}
        <Button onClick={onBack}>{t('merge.other')}</Button>
      </div>
    </div>
  );
}

function Preview({ preview }: { preview: MergePreview }) {
  const { from, into, moved, joined, conflicts, people, aliases, surplusAliases, isPossible } = preview;
  const t = useTranslations('departmentManage.merge');
  const localize = useLocalizedText();
  const names = { from: localize(from.name), into: localize(into.name) };
  return (
    <>
      <h3 className={styles['title']}>
        {!isPossible && <Icon name="alert" size={20} />}
        {t(isPossible ? 'possible' : 'impossible', names)}
      </h3>
      {conflicts.length > 0 && (
        <section>
          <h4>{t('conflicts', { count: conflicts.length })}</h4>
          <p>{t('conflictsText')}</p>
          <Measures measures={conflicts} />
        </section>
      )}
      {surplusAliases > 0 && <p>{t('surplusAliases', { count: surplusAliases, ...names })}</p>}
      {!isPossible && conflicts.length === 0 && surplusAliases === 0 && <p>{t('circular')}</p>}
      {isPossible && (
        <>
          <ul className={styles['list']}>
            <li>{t('moved', { count: moved })}</li>
            <li>{t('people', { count: people })}</li>
            <li>{t('aliases', { names: aliases.join(', ') || names.from })}</li>
          </ul>
          {joined.length > 0 && (
            <section>
              <h4>{t('joined', { count: joined.length })}</h4>
              <p>{t('joinedText')}</p>
              <Measures measures={joined} />
            </section>
          )}
          <p>
            <b>{t('final', names)}</b>
          </p>
        </>
      )}
    </>
  );
}

const Measures = ({ measures }: { measures: MergePreview['joined'] }) => (
  <ul className={styles['list']}>
    {measures.map(({ year, code, title }) => (
      <li key={`${year}/${code}`}>
        {year}: <LocalizedText text={title} />
      </li>
    ))}
  </ul>
);
