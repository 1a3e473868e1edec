import type { ImportPreview } from '@vointi/shared/indicator/import-contract.ts';
import type { ImportColumn } from '@vointi/shared/indicator/import-rows.ts';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useFormat } from '../../../lib/format.ts';
import { Button } from '../../../ui/button.tsx';
import { Fact, Facts, Section } from '../../../ui/detail.tsx';
import { Checkbox } from '../../../ui/form/checkbox.tsx';
import { Table } from '../../../ui/table.tsx';
import styles from '../manage/manage.module.css';
import { ChangesTable } from './changes-table.tsx';

type Props = { name: string; preview: ImportPreview; isBusy: boolean; onImport: (skipRefused: boolean) => void };

const rowsAtOnce = 200;

/** What the import would write, and every refused row. */
export function Preview({ name, preview, isBusy, onImport }: Props) {
  const t = useTranslations('indicatorManage.file');
  const format = useFormat();
  const [skips, setSkips] = useState(false);
  const { rows, created, changed, unchanged, unread, refused, changes } = preview;
  const willWrite = created + changed;
  const isStopped = refused.length > 0 && !skips;
  return (
    <>
      <Section title={t('previewOf', { name })}>
        <Facts>
          <Fact name={t('rows')}>{format.number(rows)}</Fact>
          <Fact name={t('created')}>{format.number(created)}</Fact>
          <Fact name={t('changed')}>{format.number(changed)}</Fact>
          <Fact name={t('unchanged')}>{format.number(unchanged)}</Fact>
          <Fact name={t('refusedCount')}>{format.number(refused.length)}</Fact>
        </Facts>
      </Section>
      {unread.length > 0 && (
        <Section title={t('unread', { count: unread.length })} note={t('unreadNote')}>
          <ul>
            {unread.map(({ at, heading }) => (
              <li key={at}>{heading === '' ? t('unreadNameless', { at }) : heading}</li>
            ))}
          </ul>
        </Section>
      )}
      {refused.length > 0 && (
        <Section title={t('refused', { count: refused.length })} note={t('refusedNote')}>
          <RefusedTable refused={refused} />
          <Checkbox
            label={t('skip', { count: refused.length })}
            note={t('skipNote')}
            checked={skips}
            onChange={({ target }) => setSkips(target.checked)}
          />
        </Section>
      )}
      {changes.length > 0 && (
        <Section
          title={t('changes')}
          note={willWrite > changes.length ? t('firstChanges', { count: changes.length }) : undefined}
        >
          <ChangesTable changes={changes} />
        </Section>
      )}
      <div className={styles['end']}>
        <p role="status">
          {willWrite === 0 ? t('nothingToWrite') : isStopped ? t('stopped') : t('ready', { count: willWrite })}
        </p>
        <Button
          variant="primary"
          aria-disabled={isBusy || isStopped || willWrite === 0}
          onClick={() => !isBusy && !isStopped && willWrite > 0 && onImport(skips)}
        >
          {isBusy ? t('busy') : t('import', { count: willWrite })}
        </Button>
      </div>
    </>
  );
}

function RefusedTable({ refused }: Pick<ImportPreview, 'refused'>) {
  const t = useTranslations('indicatorManage.file');
  const reason = useTranslations('importReason');
  const [visible, setVisible] = useState(rowsAtOnce);
  const column = (of: ImportColumn | null) => (of === null ? t('wholeRow') : t(`column.${of}`));
  return (
    <>
      <Table label={t('refusedTable')}>
        <thead>
          <tr>
            <th scope="col">{t('rowNumber')}</th>
            <th scope="col">{t('columnName')}</th>
            <th scope="col">{t('reason')}</th>
            <th scope="col">{t('given')}</th>
          </tr>
        </thead>
        <tbody>
          {refused.slice(0, visible).map((one, index) => (
            <tr key={index}>
              <th scope="row">{one.row}</th>
              <td>{column(one.column)}</td>
              <td>{reason(one.reason)}</td>
              <td>{one.given}</td>
            </tr>
          ))}
        </tbody>
      </Table>
      {visible < refused.length && (
        <Button onClick={() => setVisible(visible + rowsAtOnce)}>
          {t('moreRefused', { count: refused.length - visible })}
        </Button>
      )}
    </>
  );
}
