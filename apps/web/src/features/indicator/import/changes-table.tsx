import type { ImportPreview } from '@vointi/shared/indicator/import-contract.ts';
import type { Text } from '@vointi/shared/text/text.ts';
import { useTranslations } from 'use-intl';
import { useLanguage } from '../../../lib/intl.tsx';
import { LocalizedText } from '../../../lib/text.tsx';
import { Table } from '../../../ui/table.tsx';
import { inputText } from '../grid/draft.ts';
import { useValueTexts } from '../../../domain/indicator/use-value-texts.ts';
import { periodText } from '../../../domain/indicator/value-text.ts';

/** The stored and the new value of each row, with the changes of its metadata. */
export function ChangesTable({ changes }: Pick<ImportPreview, 'changes'>) {
  const t = useTranslations('indicatorManage.file');
  const grid = useTranslations('grid');
  const language = useLanguage();
  const { who } = useValueTexts();
  const text = (value: (typeof changes)[number]['before']) =>
    inputText(value, language, grid('missing')) || grid('nothing');
  return (
    <Table label={t('changesTable')}>
      <thead>
        <tr>
          <th scope="col">{t('rowNumber')}</th>
          <th scope="col">{t('column.indicator')}</th>
          <th scope="col">{t('column.period')}</th>
          <th scope="col">{t('whom')}</th>
          <th scope="col">{t('before')}</th>
          <th scope="col">{t('after')}</th>
          <th scope="col">{t('said')}</th>
        </tr>
      </thead>
      <tbody>
        {changes.map((change) => (
          <tr key={`${change.row}.${change.indicator.slug}.${change.period}.${who(change)}`}>
            <th scope="row">{change.row}</th>
            <td>
              <LocalizedText text={change.indicator.name} />
            </td>
            <td>{change.period === null ? grid('noPeriod') : periodText(change.period, language)}</td>
            <td>{who(change) || grid('total')}</td>
            <td>{text(change.before)}</td>
            <td>{text(change.after)}</td>
            <td>
              <MetadataChanges change={change} />
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function MetadataChanges({ change }: { change: ImportPreview['changes'][number] }) {
  const t = useTranslations('indicatorManage.file');
  const grid = useTranslations('grid');
  if (change.said.length === 0) return null;
  const isNew = change.before === null;
  const textOf = (metadata: Text | string | null) =>
    metadata === null ? grid('nothing') : typeof metadata === 'string' ? metadata : <LocalizedText text={metadata} />;
  return (
    <ul>
      {change.said.map((one) => (
        <li key={one.what}>
          {one.what === 'isUncertain' ? (
            t(one.after ? 'nowUncertain' : 'nowCertain')
          ) : (
            <>
              {t(`column.${one.what}`)}: {!isNew && <>{textOf(one.before)} → </>}
              {textOf(one.after)}
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
