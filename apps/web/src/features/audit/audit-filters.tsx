import { useQuery } from '@tanstack/react-query';
import { auditActions } from '@vointi/shared/audit/action.ts';
import { useTranslations } from 'use-intl';
import { Select } from '../../ui/form/select.tsx';
import { Filters } from '../../domain/admin/filters.tsx';
import { everybodyQuery } from '../../domain/user/queries.ts';
import { DayFilter } from './day-filter.tsx';
import { subjects } from './subjects.ts';
import type { AuditSearch } from './use-audit-filter.ts';

export function AuditFilters({ slug, filter }: { slug: string; filter: AuditSearch }) {
  const t = useTranslations('audit');
  const user = useTranslations('user');
  const form = useTranslations('form');
  const { values, change } = filter;
  const { data: everybody = [] } = useQuery(everybodyQuery(slug));
  const any = { value: '', label: form('any') };
  // Found by a link from a row: one person or thing that no list has.
  const isListed = everybody.some(({ id }) => id === values.actor);
  const isNoun = values.subject === '' || subjects.some((noun) => noun === values.subject);
  return (
    <Filters>
      <Select
        label={t('what')}
        value={values.action}
        onChange={({ target }) => change({ action: target.value })}
        options={[any, ...auditActions.map((value) => ({ value, label: t(`action.${value}`) }))]}
      />
      <Select
        label={t('who')}
        value={values.actor}
        onChange={({ target }) => change({ actor: target.value })}
        options={[
          any,
          ...everybody.map(({ id, displayName }) => ({ value: id, label: displayName || user('removedName') })),
          ...(values.actor && !isListed ? [{ value: values.actor, label: t('thisPerson') }] : []),
        ]}
      />
      <Select
        label={t('subject')}
        value={values.subject}
        onChange={({ target }) => change({ subject: target.value })}
        options={[
          any,
          ...subjects.map((value) => ({ value, label: t(`noun.${value}`) })),
          ...(isNoun ? [] : [{ value: values.subject, label: t('thisSubject') }]),
        ]}
      />
      <DayFilter label={t('from')} value={values.from} onChange={(from) => change({ from })} />
      <DayFilter label={t('to')} value={values.to} onChange={(to) => change({ to })} />
    </Filters>
  );
}
