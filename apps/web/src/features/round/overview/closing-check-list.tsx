import { closingCheckKinds, type ClosingCheckKind } from '@vointi/shared/round/closing-check-kind.ts';
import type { ClosingCheck } from '@vointi/shared/round/manage-contract.ts';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { LocalizedText } from '../../../lib/text.tsx';
import { Details } from '../../../ui/details.tsx';
import { LoadMore } from '../../../ui/form/load-more.tsx';
import { measurePath } from '../../../domain/paths.ts';
import styles from './overview.module.css';

type Props = { slug: string; year: number; lint: readonly ClosingCheck[] };

/** Closing checks by kind; none of them prevents closing. */
export function ClosingCheckList({ slug, year, lint }: Props) {
  const t = useTranslations('round.lint');
  if (lint.length === 0) return <p>{t('none')}</p>;
  return (
    <div className={styles['lint']}>
      {closingCheckKinds.map((kind) => {
        const checks = lint.filter((one) => one.kind === kind);
        return checks.length > 0 && <Group key={kind} kind={kind} checks={checks} slug={slug} year={year} />;
      })}
    </div>
  );
}

const pageSize = 20;

function Group({
  kind,
  checks,
  slug,
  year,
}: {
  kind: ClosingCheckKind;
  checks: readonly ClosingCheck[];
  slug: string;
  year: number;
}) {
  const t = useTranslations('round.lint');
  const [limit, setLimit] = useState(pageSize);
  return (
    <Details summary={t('group', { kind: t(`kind.${kind}`), count: checks.length })}>
      <p className={styles['small']}>{t(`text.${kind}`)}</p>
      <ul className={styles['checks']}>
        {checks.slice(0, limit).map((one) => (
          <li key={`${one.measure.code}/${one.department?.slug}/${one.words}`}>
            <a href={measurePath(slug, year, one.measure.code)}>
              <LocalizedText text={one.measure.title} />
            </a>
            {one.department && (
              <>
                {': '}
                <LocalizedText text={one.department.name} />
              </>
            )}
            {one.words !== null && <span className={styles['small']}> {t('quoted', { words: one.words })}</span>}
          </li>
        ))}
      </ul>
      {checks.length > pageSize && (
        <LoadMore
          shown={Math.min(limit, checks.length)}
          total={checks.length}
          hasMore={checks.length > limit}
          isLoading={false}
          onMore={() => setLimit(limit + pageSize)}
        />
      )}
    </Details>
  );
}
