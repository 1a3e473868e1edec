import type { FindingProposal } from '@vointi/shared/finding/contract.ts';
import { useTranslations } from 'use-intl';
import { useLocalizedText } from '../../../lib/text.tsx';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/detail.tsx';
import { Tag } from '../../../ui/tag.tsx';
import { SmallChart } from '../../../domain/indicator/small-chart.tsx';
import { useAgeGroupWord } from '../../../domain/measure/text.ts';

type Props = { proposal: FindingProposal; onAccept: () => void };

/** A proposal with its chart and the rule that found it. */
export function ProposalCard({ proposal, onAccept }: Props) {
  const t = useTranslations('findingManage');
  const localize = useLocalizedText();
  const ageWord = useAgeGroupWord();
  const { text, tone, indicator, ageGroups } = proposal;
  return (
    <Card>
      <h3 {...localize.in(text)} />
      <p>
        <Tag>{t(`toneOne.${tone}`)}</Tag>{' '}
        {ageGroups.map((age) => (
          <Tag key={age}>{ageWord(age)}</Tag>
        ))}
      </p>
      <SmallChart indicator={indicator} />
      <div>
        <Button onClick={onAccept} aria-label={`${t('accept')}: ${localize(indicator.name)}`}>
          {t('accept')}
        </Button>
      </div>
    </Card>
  );
}
