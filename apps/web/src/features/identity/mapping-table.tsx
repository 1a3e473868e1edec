import type { Mapping } from '@vointi/shared/identity/contract.ts';
import { useTranslations } from 'use-intl';
import { LocalizedText } from '../../lib/text.tsx';
import { Button } from '../../ui/button.tsx';
import { Hidden } from '../../ui/hidden.tsx';
import { Table } from '../../ui/table.tsx';

type Props = { mappings: readonly Mapping[]; onRemove: (mapping: Mapping) => void };

export function MappingTable({ mappings, onRemove }: Props) {
  const t = useTranslations('identity');
  const role = useTranslations('user.role');
  return (
    <Table label={t('map')}>
      <thead>
        <tr>
          <th scope="col">{t('claim')}</th>
          <th scope="col">{t('value')}</th>
          <th scope="col">{t('role')}</th>
          <th scope="col">{t('department')}</th>
          <th scope="col">
            <Hidden>{t('actions')}</Hidden>
          </th>
        </tr>
      </thead>
      <tbody>
        {mappings.map((mapping) => (
          <tr key={mapping.id}>
            <td>
              <code>{mapping.claim}</code>
            </td>
            <th scope="row">{mapping.value}</th>
            <td>{role(mapping.role)}</td>
            <td>{mapping.department ? <LocalizedText text={mapping.department.name} /> : '–'}</td>
            <td>
              <Button
                aria-label={`${t('remove')}: ${mapping.claim} ${mapping.value}`}
                onClick={() => onRemove(mapping)}
              >
                {t('remove')}
              </Button>
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
