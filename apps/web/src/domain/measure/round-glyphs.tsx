import type { Progress, Status } from '@vointi/shared/measure/progress.ts';
import type { Text } from '@vointi/shared/text/text.ts';
import { useTranslations } from 'use-intl';
import { useLocalizedText } from '../../lib/text.tsx';
import { Light } from './light.tsx';
import styles from './round-glyphs.module.css';

export type InRound = {
  slug: string;
  name: Text;
  status: Status;
  /** The answers of a mixed light, if known. */
  assignments?: readonly { progress: Progress | null }[];
};

/** The last rounds as small lights, oldest first; screen readers read them by name. */
export function RoundGlyphs({ rounds }: { rounds: readonly InRound[] }) {
  const t = useTranslations('measure');
  const localize = useLocalizedText();
  const roundText = ({ name, status }: InRound) => `${localize(name)}: ${t(`lower.${status}`)}`;
  return (
    <span role="img" aria-label={rounds.map(roundText).join(', ')} className={styles['glyphs']}>
      {rounds.map((round) => (
        <span key={round.slug} title={roundText(round)}>
          <Light status={round.status} assignments={round.assignments} size="s" />
        </span>
      ))}
    </span>
  );
}
