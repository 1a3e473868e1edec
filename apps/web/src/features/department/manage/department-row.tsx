import type { DepartmentRow } from '@vointi/shared/department/manage-contract.ts';
import { useTranslations } from 'use-intl';
import { LocalizedText, useLocalizedText } from '../../../lib/text.tsx';
import { Button } from '../../../ui/button.tsx';
import { dayText } from '../../../ui/form/day.ts';
import { ListRow, ListActions, ListNote, ListPart } from '../../../ui/form/list.tsx';

type Props = { row: DepartmentRow; onOpen: (kind: 'edit' | 'merge') => void };

export function DepartmentRowView({ row, onOpen }: Props) {
  const t = useTranslations('departmentManage');
  const kind = useTranslations('department.kind');
  const localize = useLocalizedText();
  const name = localize(row.name);
  const { aliases, contact, successor, validFrom, validTo, can } = row;
  return (
    <ListRow>
      <ListPart>
        <h2 {...localize.in(row.name)} />
        <ListNote>{kind(row.kind)}</ListNote>
        {row.shortName && (
          <ListNote>
            {t('shortIs')} <LocalizedText text={row.shortName} />
          </ListNote>
        )}
      </ListPart>
      <ListPart>
        {aliases.length > 0 && (
          <p>
            {t('also')} {aliases.join(', ')}
          </p>
        )}
        {contact !== null && <p>{contact}</p>}
        {successor && (
          <p>
            {t('successorIs')} <LocalizedText text={successor.name} />
          </p>
        )}
        {(validFrom ?? validTo) !== null && <p>{t('valid', { from: dayText(validFrom), to: dayText(validTo) })}</p>}
      </ListPart>
      <ListPart>
        <p>{t('assignments', { count: row.assignments })}</p>
        <p>{t('people', { count: row.people })}</p>
      </ListPart>
      <ListActions>
        {can.edit && (
          <Button aria-label={`${t('edit')}: ${name}`} onClick={() => onOpen('edit')}>
            {t('edit')}
          </Button>
        )}
        {can.merge && (
          <Button aria-label={`${t('mergeButton')}: ${name}`} onClick={() => onOpen('merge')}>
            {t('mergeButton')}
          </Button>
        )}
      </ListActions>
    </ListRow>
  );
}
