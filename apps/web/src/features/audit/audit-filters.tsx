import { useQuery } from '@tanstack/react-query';
import { auditActions } from '@vointi/shared/audit/action.ts';
import { useTranslations } from 'use-intl';
import { Filters, FilterSelect } from '../../domain/admin/filters.tsx';
import type { ListFilter } from '../../domain/admin/use-list-filter.ts';
import { everybodyQuery } from '../../domain/user/queries.ts';
import type { auditFields } from './audit-fields.ts';
import { DayFilter } from './day-filter.tsx';
import { subjects } from './subjects.ts';

export function AuditFilters({ slug, list }: { slug: string; list: ListFilter<typeof auditFields> }) {
  const t = useTranslations('audit');
  const user = useTranslations('user');
  const { actor, subject, from = '', to = '' } = list.filter;
  const { data: everybody = [] } = useQuery(everybodyQuery(slug));
  // A link of a row filters by a person or subject that is not among the options.
  const isListed = everybody.some(({ id }) => id === actor);
  const isNoun = subjects.some((noun) => noun === subject);
  return (
    <Filters>
      <FilterSelect
        name="action"
        label={t('what')}
        list={list}
        options={auditActions.map((value) => ({ value, label: t(`action.${value}`) }))}
      />
      <FilterSelect
        name="actor"
        label={t('who')}
        list={list}
        options={[
          ...everybody.map(({ id, displayName }) => ({ value: id, label: displayName || user('removedName') })),
          ...(actor && !isListed ? [{ value: actor, label: t('thisPerson') }] : []),
        ]}
      />
      <FilterSelect
        name="subject"
        label={t('subject')}
        list={list}
        options={[
          ...subjects.map((value) => ({ value, label: t(`noun.${value}`) })),
          ...(subject && !isNoun ? [{ value: subject, label: t('thisSubject') }] : []),
        ]}
      />
      <DayFilter label={t('from')} value={from} onChange={(day) => list.change({ from: day || undefined })} />
      <DayFilter label={t('to')} value={to} onChange={(day) => list.change({ to: day || undefined })} />
    </Filters>
  );
}
