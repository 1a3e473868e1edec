import { useQuery } from '@tanstack/react-query';
import { memberRoles } from '@vointi/shared/access/permissions.ts';
import { userStates } from '@vointi/shared/user/state.ts';
import { useTranslations } from 'use-intl';
import { useLocalizedText } from '../../lib/text.tsx';
import { Filters, FilterSearch, FilterSelect } from '../../domain/admin/filters.tsx';
import type { ListFilter } from '../../domain/admin/use-list-filter.ts';
import { departmentsQuery } from '../../domain/department/queries.ts';

/** The filters of the list of people. */
export const peopleFields = {
  q: { kind: 'text' },
  role: { kind: 'one', values: memberRoles },
  department: { kind: 'one' },
  state: { kind: 'one', values: userStates },
} as const;

export function PeopleFilters({ slug, list }: { slug: string; list: ListFilter<typeof peopleFields> }) {
  const t = useTranslations('user');
  const localize = useLocalizedText();
  const { data } = useQuery(departmentsQuery(slug, {}));
  return (
    <Filters>
      <FilterSearch label={t('search')} list={list} />
      <FilterSelect
        name="role"
        label={t('roleLabel')}
        list={list}
        options={memberRoles.map((value) => ({ value, label: t(`role.${value}`) }))}
      />
      <FilterSelect
        name="department"
        label={t('department')}
        list={list}
        options={(data?.departments ?? []).map(({ slug: value, name }) => ({ value, label: localize(name) }))}
      />
      <FilterSelect
        name="state"
        label={t('stateLabel')}
        list={list}
        options={userStates.map((value) => ({ value, label: t(`state.${value}`) }))}
      />
    </Filters>
  );
}
