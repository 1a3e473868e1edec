import { useTranslations } from 'use-intl';
import { announce } from '../../lib/announce.tsx';
import { useLanguage } from '../../lib/intl.tsx';
import { useText } from '../../lib/text.tsx';
import { Button } from '../../ui/button.tsx';
import { proposalsIn } from './figure.ts';
import styles from './row-fields.module.css';
import { useActions, useEntry } from './use-desk.ts';

/** Figures that stand in the text: offered, never taken by themselves. The text stays as it is. */
export function FigureProposal({ id }: { id: string }) {
  const t = useTranslations('reporting');
  const say = useText();
  const language = useLanguage();
  const actions = useActions();
  const entry = useEntry(id);
  if (!entry?.typed || entry.row.figures.length === 0) return null;
  const proposals = proposalsIn(entry.typed, entry.row.figures, language);
  if (proposals.length === 0) return null;
  const take = () => {
    actions.figures(id, Object.fromEntries(proposals.map(({ figure, text }) => [figure.indicator, text])));
    announce(t('proposalTaken', { count: proposals.length }));
    // The button goes; the reader stays among the figures.
    const first = proposals[0]?.figure.indicator;
    if (first) document.getElementById(`figures-${first}-${id}`)?.focus();
  };
  return (
    <div className={styles['proposal']} role="group" aria-label={t('proposal')}>
      <p>
        {t('proposal')}{' '}
        {proposals.map(({ figure, text }, at) => (
          <span key={figure.indicator}>
            {at > 0 && ', '}
            {say(figure.name)} <b>{text}</b>
          </span>
        ))}
      </p>
      <Button look="quiet" onClick={take}>
        {t('proposalTake')}
      </Button>
    </div>
  );
}
