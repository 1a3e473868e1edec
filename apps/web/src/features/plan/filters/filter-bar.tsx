import { useId, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../../../ui/button.tsx';
import { cx } from '../../../ui/cx.ts';
import { Icon } from '../../../ui/icon.tsx';
import { Segmented } from '../../../ui/segmented.tsx';
import { Legend } from '../../../domain/measure/legend.tsx';
import { views } from '../board-search.ts';
import { FieldFilters } from './field-filter.tsx';
import styles from './filter-bar.module.css';
import type { FilterProps } from './filter-props.ts';
import { useStickyHeight } from './use-sticky-height.ts';

type Props = FilterProps & { active: number };

/** All filters and the choice of view. It stays on top while the board scrolls; on a small screen a button opens it. */
export function FilterBar({ active, ...props }: Props) {
  const t = useTranslations('plan');
  const panel = useId();
  const bar = useRef<HTMLElement>(null);
  const [isOpen, setOpen] = useState(false);
  const { search, change } = props;
  useStickyHeight(bar);
  return (
    <search ref={bar} aria-label={t('filters')} className={styles['bar']}>
      <div className={styles['compact']}>
        <Button aria-expanded={isOpen} aria-controls={panel} onClick={() => setOpen(!isOpen)}>
          <Icon name="filter" />
          {active === 0 ? t('filters') : t('filtersCount', { count: active })}
        </Button>
      </div>
      <div id={panel} className={cx(styles['panel'], isOpen && styles['open'])}>
        <FieldFilters {...props} />
      </div>
      <div>
        <Legend isIcon align="end" />
      </div>
      <Segmented
        label={t('view.label')}
        segments={views.map((value) => ({ value, label: t(`view.${value}`) }))}
        chosen={search.view}
        onChoose={(view) => change({ view })}
        className={styles['views']}
      />
    </search>
  );
}
