import type { Board, BoardGoal } from '@vointi/shared/plan/contract.ts';
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { ageGroupChoices } from '@vointi/shared/measure/progress.ts';
import { useAgeGroupWord } from '../../../domain/measure/text.ts';
import { GoalSection } from './goal-section.tsx';
import styles from './cards-view.module.css';
import { Tile } from './tile.tsx';
import { useDepartments } from './use-departments.ts';
import { useTileTexts } from './use-tile-texts.ts';

const groupsOf = ({ measures }: BoardGoal) =>
  ageGroupChoices
    .map((ageGroup) => ({
      ageGroup,
      measures: measures.filter((measure) => (measure.ageGroup ?? 'unspecified') === ageGroup),
    }))
    .filter((group) => group.measures.length > 0);

type Props = {
  whole: Board;
  /** The part of the board that passes the filters. */
  shownBoard: Board;
};

/**
 * Tiles of measures, by goal and age group.
 * A filter hides tiles and does not remove them: making 300 of them again takes noticeably long.
 */
export function CardsView({ whole, shownBoard }: Props) {
  const t = useTranslations('plan');
  const word = useAgeGroupWord();
  const departmentOf = useDepartments(whole);
  const texts = useTileTexts(whole);
  const sections = useMemo(() => whole.goals.map((goal) => ({ goal, groups: groupsOf(goal) })), [whole]);
  const passing = useMemo(() => new Set(shownBoard.goals.flatMap(({ measures }) => measures)), [shownBoard]);
  return sections.map(({ goal, groups }) => {
    const part = shownBoard.goals.find(({ slug }) => slug === goal.slug);
    return (
      <GoalSection key={goal.slug} goal={part ?? goal} isHidden={!part}>
        {groups.map(({ ageGroup, measures }) => {
          const count = measures.filter((measure) => passing.has(measure)).length;
          const name = ageGroup === 'unspecified' ? t('noAgeGroup') : word(ageGroup);
          return (
            <div key={ageGroup} className={styles['group']} hidden={count === 0}>
              <h3 className={styles['head']}>{t('groupHead', { name, count })}</h3>
              <ul className={styles['grid']}>
                {measures.map((measure) => (
                  <Tile
                    key={measure.id}
                    measure={measure}
                    isHidden={!passing.has(measure)}
                    municipality={whole.municipality.slug}
                    year={whole.year}
                    departmentOf={departmentOf}
                    texts={texts}
                  />
                ))}
              </ul>
            </div>
          );
        })}
      </GoalSection>
    );
  });
}
