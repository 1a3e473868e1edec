import type { AuditRow } from '@vointi/shared/audit/contract.ts';
import { useTranslations } from 'use-intl';
import { useFormat } from '../../lib/format.ts';
import { Table } from '../../ui/table.tsx';
import { adminPath } from '../../domain/paths.ts';
import styles from './audit-table.module.css';
import { Changes } from './changes.tsx';
import { useLocalizedText } from '../../lib/text.tsx';
import type { AuditNames } from './queries.ts';
import { nounOf } from './subjects.ts';

type Props = { slug: string; entries: readonly AuditRow[]; names: AuditNames };

export function AuditTable({ slug, entries, names }: Props) {
  const t = useTranslations('audit');
  const format = useFormat();
  return (
    <Table label={t('table')}>
      <thead>
        <tr>
          <th scope="col">{t('when')}</th>
          <th scope="col">{t('who')}</th>
          <th scope="col">{t('what')}</th>
          <th scope="col">{t('subject')}</th>
          <th scope="col">{t('changed')}</th>
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <tr key={entry.id}>
            <td className={styles['when']}>
              <time dateTime={entry.createdAt}>{format.dateTime(entry.createdAt)}</time>
            </td>
            <td>
              <Actor slug={slug} actor={entry.actor} />
            </td>
            <th scope="row">{t(`action.${entry.action}`)}</th>
            <td>
              <SubjectLink slug={slug} entry={entry} names={names} />
            </td>
            <td>
              <Changes slug={slug} before={entry.before} after={entry.after} names={names} />
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function Actor({ slug, actor }: { slug: string; actor: AuditRow['actor'] }) {
  const t = useTranslations('audit');
  const user = useTranslations('user');
  if (!actor) return t('nobody');
  const name = actor.displayName ?? user('removedName');
  return (
    <a className={styles['link']} href={`${adminPath(slug, 'audit')}?actor=${actor.id}`} title={t('only', { name })}>
      {name}
    </a>
  );
}

type SubjectProps = { slug: string; entry: AuditRow; names: AuditNames };

function SubjectLink({ slug, entry: { subject }, names }: SubjectProps) {
  const t = useTranslations('audit');
  const localize = useLocalizedText();
  const [noun = '', id = ''] = subject.split(':');
  const kind = t(`noun.${nounOf(noun)}`);
  const named = names[id];
  const name = named ? localize(named) : kind;
  return (
    <>
      <a
        className={styles['link']}
        href={`${adminPath(slug, 'audit')}?subject=${encodeURIComponent(subject)}`}
        title={t('only', { name })}
      >
        {name}
      </a>
      {named && <span className={styles['kind']}>{kind}</span>}
    </>
  );
}
