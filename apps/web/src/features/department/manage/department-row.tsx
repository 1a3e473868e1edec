import type { DepartmentRow } from '@vointi/shared/department/manage-contract.ts';
import { useTranslations } from 'use-intl';
import { LocalizedText, useLocalizedText } from '../../../lib/text.tsx';
import { Button } from '../../../ui/button.tsx';
import { dayText } from '../../../ui/form/day.ts';
import { Row, RowActions, RowNote, RowPart } from '../../../ui/form/rows.tsx';

type Props = { row: DepartmentRow; onOpen: (kind: 'edit' | 'merge') => void };

export function DepartmentRowView({ row, onOpen }: Props) {
  const t = useTranslations('departmentManage');
  const kind = useTranslations('department.kind');
  const localize = useLocalizedText();
  const name = localize(row.name);
  const { aliases, contact, successor, validFrom, validTo, can } = row;
  return (
    <Row>
      <RowPart>
        <h2 {...localize.in(row.name)} />
        <RowNote>{kind(row.kind)}</RowNote>
        {row.shortName && (
          <RowNote>
            {t('shortIs')} <LocalizedText text={row.shortName} />
          </RowNote>
        )}
      </RowPart>
      <RowPart>
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
      </RowPart>
      <RowPart>
        <p>{t('assignments', { count: row.assignments })}</p>
        <p>{t('people', { count: row.people })}</p>
      </RowPart>
      <RowActions>
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
      </RowActions>
    </Row>
  );
}
