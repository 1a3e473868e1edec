import type { Board, BoardGoal, BoardMeasure } from '@vointi/shared/plan/contract.ts';
import { ageGroupChoices } from '@vointi/shared/plan/filter.ts';
import { useTranslations } from 'use-intl';
import { useAgeGroupWord } from '../../measure/public.ts';
import { GoalSection } from './goal-section.tsx';
import styles from './cards-view.module.css';
import { Tile } from './tile.tsx';
import { useDepartments } from './use-departments.ts';

const groupsOf = ({ measures }: BoardGoal) =>
  ageGroupChoices
    .map((ageGroup) => ({
      ageGroup,
      measures: measures.filter((measure: BoardMeasure) => (measure.ageGroup ?? 'unspecified') === ageGroup),
    }))
    .filter((group) => group.measures.length > 0);

/** Goals, in them age groups, in them a tile for each measure. */
export function CardsView({ board }: { board: Board }) {
  const t = useTranslations('plan');
  const word = useAgeGroupWord();
  const departmentOf = useDepartments(board);
  const { municipality, year, goals } = board;
  return goals.map((goal) => (
    <GoalSection key={goal.slug} goal={goal}>
      {groupsOf(goal).map(({ ageGroup, measures }) => (
        <div key={ageGroup} className={styles['group']}>
          <h3 className={styles['head']}>
            {t('groupHead', {
              name: ageGroup === 'unspecified' ? t('noAgeGroup') : word(ageGroup),
              count: measures.length,
            })}
          </h3>
          <ul className={styles['grid']}>
            {measures.map((measure) => (
              <Tile
                key={measure.id}
                measure={measure}
                municipality={municipality.slug}
                year={year}
                departmentOf={departmentOf}
              />
            ))}
          </ul>
        </div>
      ))}
    </GoalSection>
  ));
}
