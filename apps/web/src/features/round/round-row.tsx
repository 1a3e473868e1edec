import type { ManagedRound } from '@vointi/shared/round/manage-contract.ts';
import { useTranslations } from 'use-intl';
import { LocalizedText, useLocalizedText } from '../../lib/text.tsx';
import { bareSection } from '../../lib/section.ts';
import { Button } from '../../ui/button.tsx';
import { dayText } from '../../ui/form/day.ts';
import { ListRow, ListActions, ListNote, ListPart } from '../../ui/form/list.tsx';
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
    <ListRow>
      <ListPart>
        <h2>
          <a href={roundPath(slug, round.id)}>
            <LocalizedText text={round.name} />
          </a>
        </h2>
        <ListNote>
          {t('planOf', { year: String(round.year) })}, {t('assessed')} <LocalizedText text={round.periodAssessed} />
        </ListNote>
      </ListPart>
      <ListPart>
        <StateTag state={round.state} />
        <p>{days(round)}</p>
        {decision && (
          <ListNote>{t('decided', { date: dayText(decision.date), section: bareSection(decision.section) })}</ListNote>
        )}
      </ListPart>
      <ListPart>
        {round.state === 'planned' ? (
          <ListNote>{t('asks', { count: round.counts.total })}</ListNote>
        ) : (
          <>
            <AnswerBar counts={round.counts} />
            <ListNote>{countText(round.counts)}</ListNote>
          </>
        )}
      </ListPart>
      <ListActions>
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
      </ListActions>
    </ListRow>
  );
}
