import { useQuery } from '@tanstack/react-query';
import { memberRoles } from '@vointi/shared/access/permissions.ts';
import { userStates } from '@vointi/shared/user/state.ts';
import { useTranslations } from 'use-intl';
import { useText } from '../../lib/text.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { Select } from '../../ui/form/select.tsx';
import { Filters, wideFilter } from '../../domain/admin/filters.tsx';
import { departmentsQuery } from '../../domain/department/queries.ts';

type PeopleSearch = Record<'q' | 'role' | 'department' | 'state', string>;
type Props = { slug: string; values: PeopleSearch; change: (wanted: Partial<PeopleSearch>) => void };

export function PeopleFilters({ slug, values, change }: Props) {
  const t = useTranslations('user');
  const form = useTranslations('form');
  const say = useText();
  const { data } = useQuery(departmentsQuery(slug, {}));
  const any = { value: '', label: form('any') };
  return (
    <Filters>
      <SearchField className={wideFilter} label={t('search')} value={values.q} onSearch={(q) => change({ q })} />
      <Select
        label={t('roleLabel')}
        value={values.role}
        onChange={({ target }) => change({ role: target.value })}
        options={[any, ...memberRoles.map((value) => ({ value, label: t(`role.${value}`) }))]}
      />
      <Select
        label={t('department')}
        value={values.department}
        onChange={({ target }) => change({ department: target.value })}
        options={[any, ...(data?.departments ?? []).map(({ slug: value, name }) => ({ value, label: say(name) }))]}
      />
      <Select
        label={t('stateLabel')}
        value={values.state}
        onChange={({ target }) => change({ state: target.value })}
        options={[any, ...userStates.map((value) => ({ value, label: t(`state.${value}`) }))]}
      />
    </Filters>
  );
}
