import { useQuery } from '@tanstack/react-query';
import type { IndicatorDetail } from '@vointi/shared/indicator/read-contract.ts';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useLocalizedText } from '../../../lib/text.tsx';
import { Button } from '../../../ui/button.tsx';
import { Choices } from '../../../ui/choices.tsx';
import { FormProblem } from '../../../ui/form/form-notices.tsx';
import { LeaveGuard } from '../../../ui/form/leave-guard.tsx';
import { boardQuery } from '../../../domain/plan/queries.ts';
import { PickMany } from '../../../domain/indicator/pick-many.tsx';
import { saveLinks } from './writes.ts';

type Props = { slug: string; year: string; indicator: IndicatorDetail; onDone: () => unknown };

const same = (one: readonly string[], other: readonly string[]) =>
  one.length === other.length && one.every((value) => other.includes(value));

/** The measures and goals that the indicator is linked to. Measures that are linked by its set are not listed. */
export function LinksForm({ slug, year, indicator, onDone }: Props) {
  const t = useTranslations('indicatorManage');
  const localize = useLocalizedText();
  const { data: board } = useQuery(boardQuery(slug, year));
  const own = indicator.measures.filter(({ via }) => via === 'indicator').map(({ code }) => code);
  const linked = indicator.goals.map((goal) => goal.slug);
  const [measures, setMeasures] = useState<readonly string[]>(own);
  const [goals, setGoals] = useState<readonly string[]>(linked);
  const [problem, setProblem] = useState<unknown>(null);
  const [isBusy, setBusy] = useState(false);
  const isDirty = !same(measures, own) || !same(goals, linked);
  const save = async () => {
    if (isBusy || !isDirty) return;
    setBusy(true);
    setProblem(null);
    try {
      await saveLinks(slug, year, indicator, { measures: [...measures], goals: [...goals] });
      await onDone();
    } catch (error) {
      setProblem(error);
    } finally {
      setBusy(false);
    }
  };
  if (!board) return null;
  return (
    <>
      <Choices
        legend={t('goals')}
        choices={board.goals.map((goal) => {
          const { children, lang } = localize.in(goal.shortName);
          return { value: goal.slug, label: children, lang };
        })}
        chosen={goals}
        onChange={setGoals}
      />
      <PickMany
        legend={t('measures')}
        search={t('searchMeasure')}
        choices={board.goals.flatMap((goal) =>
          goal.measures.map(({ code, title }) => {
            const { children, lang } = localize.in(title);
            return { value: code, label: children, lang };
          }),
        )}
        chosen={measures}
        onChange={setMeasures}
      />
      <div role="alert">{problem !== null && <FormProblem problem={problem} />}</div>
      <div>
        <Button variant="primary" aria-disabled={isBusy || !isDirty} onClick={() => void save()}>
          {t('saveLinks')}
        </Button>
      </div>
      <LeaveGuard isDirty={isDirty} />
    </>
  );
}
