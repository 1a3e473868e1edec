import type { Indicator } from '@vointi/shared/indicator/contract.ts';
import { useTranslations } from 'use-intl';
import { useLanguage } from '../../lib/intl.tsx';
import { LocalizedText, useLocalizedText } from '../../lib/text.tsx';
import { Table } from '../../ui/table.tsx';
import styles from './indicator-list.module.css';
import { sourcesOf } from './sources.ts';
import { useValueTexts } from './use-value-texts.ts';
import { periodText, valueText } from './value-text.ts';

/** Every value of an indicator, newest first. */
export function ValueTable({ indicator }: { indicator: Indicator }) {
  const t = useTranslations('indicator');
  const localize = useLocalizedText();
  const language = useLanguage();
  const { texts, who } = useValueTexts();
  const values = indicator.values.toReversed();
  const isSplit = values.some((value) => who(value) !== '');
  const isNoted = values.some(({ note }) => note !== null);
  // A source that all figures share stands once under the table or chart.
  const isSourced = sourcesOf(values, indicator).length > 1;
  return (
    <Table label={localize(indicator.name)}>
      <thead>
        <tr>
          <th scope="col">{t('period')}</th>
          {isSplit && <th scope="col">{t('who')}</th>}
          <th scope="col">{t('value')}</th>
          {isNoted && <th scope="col">{t('note')}</th>}
          {isSourced && <th scope="col">{t('sourceAndLicence')}</th>}
        </tr>
      </thead>
      <tbody>
        {values.map((value, index) => (
          <tr key={index}>
            <th scope="row">{value.period === null ? t('noPeriod') : periodText(value.period, language)}</th>
            {isSplit && <td>{who(value, indicator.regionName) || t('everyone')}</td>}
            <td>
              {valueText(value, indicator, language, texts)}
              {value.isUncertain && ` (${t('uncertain')})`}
            </td>
            {isNoted && <td>{value.note && <LocalizedText text={value.note} />}</td>}
            {isSourced && (
              <td className={styles['origin']}>
                {value.source && <LocalizedText text={value.source} />}
                {value.licence && ` (${value.licence})`}
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
