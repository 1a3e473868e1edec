import type { BoardAssignment, DepartmentRef } from '@vointi/shared/plan/contract.ts';
import { Fragment } from 'react';
import { useTranslations } from 'use-intl';
import { LocalizedText } from '../../lib/text.tsx';
import { answerOf } from './status.ts';
import { shortNameOf } from './text.ts';

type Props = {
  assignments: readonly BoardAssignment[];
  departments: readonly DepartmentRef[];
  /** True: each department's status follows its name. */
  withAnswer?: boolean;
};

/** The departments of a measure: "Perusopetus: etenee, Varhaiskasvatus: valmis". */
export function DepartmentNames({ assignments, departments, withAnswer = false }: Props) {
  const t = useTranslations('measure');
  return assignments.map(({ department, progress }, index) => {
    const departmentRef = departments.find(({ slug }) => slug === department);
    return (
      <Fragment key={department}>
        {index > 0 && ', '}
        {departmentRef ? <LocalizedText text={shortNameOf(departmentRef)} /> : department}
        {withAnswer && `: ${t(`lower.${answerOf(progress)}`)}`}
      </Fragment>
    );
  });
}
