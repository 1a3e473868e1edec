import type { Finding } from '@vointi/shared/finding/contract.ts';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useLocalizedText } from '../../../lib/text.tsx';
import { Button } from '../../../ui/button.tsx';
import { ConfirmDialog } from '../../../ui/form/confirm-dialog.tsx';
import { ListRow, ListActions, ListNote, ListPart } from '../../../ui/form/list.tsx';
import { Tag } from '../../../ui/tag.tsx';
import { usePeriodText } from '../../../domain/indicator/use-period-text.ts';
import { FindingMoves } from './finding-moves.tsx';

type Props = {
  finding: Finding;
  index: number;
  count: number;
  onMove: (to: number) => Promise<void>;
  onPublish: () => Promise<void>;
  onOpen: (kind: 'edit' | 'delete') => void;
};

/** A finding with its actions. */
export function FindingRow({ finding, index, count, onMove, onPublish, onOpen }: Props) {
  const t = useTranslations('findingManage');
  const words = useTranslations('finding');
  const localize = useLocalizedText();
  const period = usePeriodText();
  const [isAsking, setAsking] = useState(false);
  const { text, state, indicators, measures } = finding;
  const short = localize(text).slice(0, 60);
  const deed = t(state === 'published' ? 'takeBack' : 'publish');
  return (
    <ListRow>
      <ListPart>
        <h3 {...localize.in(text)} />
        <Tag>{t(`state.${state}`)}</Tag>
      </ListPart>
      <ListPart>
        <p>{finding.period === null ? words('noPeriod') : period(finding.period)}</p>
        {indicators.map((indicator) => (
          <ListNote key={indicator.slug}>{localize(indicator.name)}</ListNote>
        ))}
      </ListPart>
      <ListPart>
        <p>{t('measures', { count: measures.length })}</p>
      </ListPart>
      <ListActions>
        <FindingMoves name={short} index={index} count={count} onMove={onMove} />
        <Button onClick={() => setAsking(true)} aria-label={`${deed}: ${short}`}>
          {deed}
        </Button>
        <Button onClick={() => onOpen('edit')} aria-label={`${t('edit')}: ${short}`}>
          {t('edit')}
        </Button>
        <Button onClick={() => onOpen('delete')} aria-label={`${t('delete')}: ${short}`}>
          {t('delete')}
        </Button>
      </ListActions>
      {isAsking && (
        <ConfirmDialog
          title={deed}
          confirm={deed}
          onConfirm={async () => {
            await onPublish();
            setAsking(false);
          }}
          onClose={() => setAsking(false)}
        >
          <p>{t(state === 'published' ? 'takeBackText' : 'publishText')}</p>
        </ConfirmDialog>
      )}
    </ListRow>
  );
}
