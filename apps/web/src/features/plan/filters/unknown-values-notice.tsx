import { useTranslations } from 'use-intl';
import { useFormat } from '../../../lib/format.ts';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import styles from './unknown-values-notice.module.css';

/** Names the filter values of the address that the plan does not have, as in an old or mistyped link. */
export function UnknownValuesNotice({ values, onClose }: { values: readonly string[]; onClose: () => void }) {
  const t = useTranslations('plan');
  const format = useFormat();
  const quoted = values.map((value) => t('quoted', { value: value.slice(0, 60) }));
  return (
    <Notice
      live
      tone="warning"
      icon="alert"
      className={styles['notice']}
      actions={
        <Button size="small" onClick={onClose}>
          {t('droppedOk')}
        </Button>
      }
    >
      {t('dropped', { values: format.list(quoted) })}
    </Notice>
  );
}
