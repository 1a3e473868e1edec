import type { IndicatorDetail } from '@vointi/shared/indicator/read-contract.ts';
import { useTranslations } from 'use-intl';
import { useLocalizedText } from '../../../lib/text.tsx';
import { Fact, Facts } from '../../../ui/detail.tsx';
import { Targets } from '../../../domain/indicator/targets.tsx';

/** Facts of the indicator: definition, unit, source. An unknown source or licence is shown as unknown. */
export function IndicatorSide({ indicator }: { indicator: IndicatorDetail }) {
  const t = useTranslations('indicatorPage');
  const indicatorText = useTranslations('indicator');
  const localize = useLocalizedText();
  const { definition, unit, direction, set, source, sourceUrl, licence, regionName, targets } = indicator;
  return (
    <Facts>
      {definition && (
        <Fact name={t('definition')}>
          <span {...localize.in(definition)} />
        </Fact>
      )}
      {unit && (
        <Fact name={t('unit')}>
          <span {...localize.in(unit)} />
        </Fact>
      )}
      <Fact name={t('direction')}>
        {direction === 'neutral' ? t('neutral') : indicatorText(`direction.${direction}`)}
      </Fact>
      {targets.length > 0 && (
        <Fact name={indicatorText('targets')}>
          <Targets indicator={indicator} />
        </Fact>
      )}
      {set && (
        <Fact name={t('set')}>
          <span {...localize.in(set.name)} />
        </Fact>
      )}
      {regionName && (
        <Fact name={t('region')}>
          <span {...localize.in(regionName)} />
        </Fact>
      )}
      <Fact name={t('source2')}>
        {source ? <span {...localize.in(source)} /> : t('sourceUnknown')}
        {sourceUrl && (
          <>
            <br />
            <a href={sourceUrl} rel="noreferrer">
              {hostOf(sourceUrl)}
            </a>
          </>
        )}
      </Fact>
      <Fact name={t('licence')}>{licence ?? t('licenceUnknown')}</Fact>
    </Facts>
  );
}

const hostOf = (url: string) => (URL.canParse(url) ? new URL(url).host : url);
