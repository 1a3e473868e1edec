import type { Board } from '@vointi/shared/plan/contract.ts';
import { lastMomentOf } from '@vointi/shared/round/rules.ts';
import { Fragment, Suspense, useId, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useFormat } from '../../lib/format.ts';
import { boardExtraMessages } from '../../lib/messages.ts';
import { LocalizedText, useLocalizedText } from '../../lib/text.tsx';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import { Icon } from '../../ui/icon.tsx';
import type { BoardSearch } from './board-search.ts';
import styles from './summary.module.css';

const RoundChoice = boardExtraMessages.part(async () => (await import('./round-choice.tsx')).RoundChoice);

/**
 * The source of the data and its age; it also says what is not known.
 * On a small screen only the period shows and a press opens the rest, so that the measures begin on the first screen.
 */
export function Freshness({ board, search }: { board: Board; search: BoardSearch }) {
  const t = useTranslations('plan');
  const format = useFormat();
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const { source, focus, updatedAt, asOf } = board;
  return (
    <div>
      <div className={styles['compact']}>
        <Button variant="quiet" size="small" aria-expanded={isOpen} aria-controls={id} onClick={() => setOpen(!isOpen)}>
          <RoundName board={board} />
          <Icon name="chevron" size={12} />
        </Button>
      </div>
      <div id={id} className={cx(styles['origin'], isOpen && styles['open'])}>
        {asOf === null && <p>{t('updated', { when: format.dateTime(updatedAt) })}</p>}
        <p>
          <RoundText board={board} />{' '}
          <Suspense>
            <RoundChoice board={board} search={search} />
          </Suspense>
        </p>
        {source && (
          <p>
            {t('source')} <LocalizedText text={source} />
          </p>
        )}
        {focus.length > 0 && (
          <p>
            {t('focus', { count: focus.length })}
            {/* Each is a heading of the plan and begins with a capital letter, so they are not joined into a sentence. */}
            {focus.map((text, index) => (
              <Fragment key={index}>
                {index === 0 ? ' ' : '; '}
                <LocalizedText text={text} />
              </Fragment>
            ))}
          </p>
        )}
      </div>
    </div>
  );
}

function RoundName({ board: { round } }: { board: Board }) {
  const t = useTranslations('plan');
  const localize = useLocalizedText();
  return round ? t('round', { name: localize(round.name), period: localize(round.periodAssessed) }) : t('noRound');
}

function RoundText({ board }: { board: Board }) {
  const t = useTranslations('plan');
  const format = useFormat();
  const { round } = board;
  const name = <RoundName board={board} />;
  // The sentence above has the last day of a round that is open.
  if (round?.state !== 'closed') return name;
  const isDated = board.goals.some(({ measures }) =>
    measures.some(({ assignments }) => assignments.some(({ reportedAt }) => reportedAt !== null)),
  );
  if (round.closesAt === null) {
    return isDated ? (
      name
    ) : (
      <>
        {name}. {t('roundUndated')}
      </>
    );
  }
  const when = { date: format.date(lastMomentOf({ ...round, closesAt: round.closesAt })) };
  return (
    <>
      {name}, {t('roundClosed', when)}
    </>
  );
}
