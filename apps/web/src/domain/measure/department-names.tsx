import type { BoardAssignment, DepartmentRef, PlanHead } from '@vointi/shared/plan/contract.ts';
import { Fragment } from 'react';
import { useTranslations } from 'use-intl';
import { LocalizedText } from '../../lib/text.tsx';
import { useLightWord } from './ages.tsx';
import { answerOf } from './status.ts';
import { shortNameOf } from './text.ts';

type Props = {
  assignments: readonly BoardAssignment[];
  departments: readonly DepartmentRef[];
  rounds: PlanHead['rounds'];
  /** True: each department's status follows its name. */
  withAnswer?: boolean;
};

/** The departments of a measure: "Perusopetus: etenee, Varhaiskasvatus: valmis". */
export function DepartmentNames({ assignments, departments, rounds, withAnswer = false }: Props) {
  const of = useLightWord({ rounds });
  const t = useTranslations('measure');
  return assignments.map(({ department, progress, isCarried, round }, index) => {
    const departmentRef = departments.find(({ slug }) => slug === department);
    return (
      <Fragment key={department}>
        {index > 0 && ', '}
        {departmentRef ? <LocalizedText text={shortNameOf(departmentRef)} /> : department}
        {withAnswer && `: ${of(t(`lower.${answerOf(progress)}`), { isCarried, round })}`}
      </Fragment>
    );
  });
}
