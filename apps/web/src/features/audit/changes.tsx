import { useTranslations } from 'use-intl';
import { Hidden } from '../../ui/hidden.tsx';
import styles from './audit-table.module.css';
import { changesOf } from './change-list.ts';
import type { AuditNames } from './queries.ts';
import { useEntryText } from './use-entry-text.ts';

type Props = { slug: string; before: unknown; after: unknown; names: AuditNames };

/** Changes in words: before → after, or the side that is known. */
export function Changes({ slug, before, after, names }: Props) {
  const t = useTranslations('audit');
  const { key, value } = useEntryText(slug, names);
  const changes = changesOf(before, after);
  if (changes.length === 0) return '–';
  return (
    <dl className={styles['changes']}>
      {changes.map((change) => (
        <div key={change.key}>
          <dt>{key(change.key)}: </dt>
          <dd>
            {'before' in change && (
              <>
                <Hidden>{t('before')} </Hidden>
                {value(change.before, change.key)}
                {'after' in change && <span aria-hidden="true"> → </span>}
              </>
            )}
            {'after' in change && (
              <>
                {'before' in change && <Hidden> {t('after')} </Hidden>}
                {value(change.after, change.key)}
              </>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
