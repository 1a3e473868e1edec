import type { BoardAssignment, DepartmentRef } from '@vointi/shared/plan/contract.ts';
import { Fragment } from 'react';
import { useTranslations } from 'use-intl';
import { T } from '../../lib/text.tsx';
import { answerOf } from './status.ts';
import { callName } from './words.ts';

type Props = {
  assignments: readonly BoardAssignment[];
  departments: readonly DepartmentRef[];
  /** Where they differ, what each says stands after its name. */
  withAnswer?: boolean;
};

/** Who answers for a measure: "Perusopetus: etenee, Varhaiskasvatus: valmis". */
export function DepartmentNames({ assignments, departments, withAnswer = false }: Props) {
  const t = useTranslations('measure');
  return assignments.map(({ department, progress }, at) => {
    const found = departments.find(({ slug }) => slug === department);
    return (
      <Fragment key={department}>
        {at > 0 && ', '}
        {found ? <T text={callName(found)} /> : department}
        {withAnswer && `: ${t(`lower.${answerOf(progress)}`)}`}
      </Fragment>
    );
  });
}
