import type { ManagedRound } from '@vointi/shared/round/manage-contract.ts';
import { useTranslations } from 'use-intl';
import { LocalizedText, useLocalizedText } from '../../lib/text.tsx';
import { bareSection } from '../../lib/section.ts';
import { Button } from '../../ui/button.tsx';
import { dayText } from '../../ui/form/day.ts';
import { Row, RowActions, RowNote, RowPart } from '../../ui/form/rows.tsx';
import { AnswerBar, useAnswerCountText } from './answer-bar.tsx';
import { roundPath } from '../../domain/paths.ts';
import { StateTag } from './state-tag.tsx';
import { useDays } from './use-days.ts';

type Props = { slug: string; round: ManagedRound; onOpen: (kind: 'edit' | 'delete') => void };

export function RoundRow({ slug, round, onOpen }: Props) {
  const t = useTranslations('round');
  const localize = useLocalizedText();
  const days = useDays();
  const countText = useAnswerCountText();
  const name = localize(round.name);
  const { decision, can } = round;
  return (
    <Row>
      <RowPart>
        <h2>
          <a href={roundPath(slug, round.id)}>
            <LocalizedText text={round.name} />
          </a>
        </h2>
        <RowNote>
          {t('planOf', { year: String(round.year) })}, {t('assessed')} <LocalizedText text={round.periodAssessed} />
        </RowNote>
      </RowPart>
      <RowPart>
        <StateTag state={round.state} />
        <p>{days(round)}</p>
        {decision && (
          <RowNote>{t('decided', { date: dayText(decision.date), section: bareSection(decision.section) })}</RowNote>
        )}
      </RowPart>
      <RowPart>
        {round.state === 'planned' ? (
          <RowNote>{t('asks', { count: round.counts.total })}</RowNote>
        ) : (
          <>
            <AnswerBar counts={round.counts} />
            <RowNote>{countText(round.counts)}</RowNote>
          </>
        )}
      </RowPart>
      <RowActions>
        {can.edit && round.state !== 'closed' && (
          <Button aria-label={`${t('edit')}: ${name}`} onClick={() => onOpen('edit')}>
            {t('edit')}
          </Button>
        )}
        {can.delete && (
          <Button aria-label={`${t('delete.short')}: ${name}`} onClick={() => onOpen('delete')}>
            {t('delete.short')}
          </Button>
        )}
      </RowActions>
    </Row>
  );
}
