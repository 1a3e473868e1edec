import type { ScreenData, Step } from '../steps/types.ts';
import { ChangesScene } from './changes-scene.tsx';
import { EmptyScene } from './empty-scene.tsx';
import { FindingScene } from './finding-scene.tsx';
import { GoalScene } from './goal-scene.tsx';
import { IndicatorScene } from './indicator-scene.tsx';
import { LateScene } from './late-scene.tsx';
import { PlanScene } from './plan-scene.tsx';

/** One page of the show. */
export function Scene({ step, data: { board } }: { step: Step; data: ScreenData }) {
  switch (step.scene) {
    case 'plan':
      return <PlanScene step={step} board={board} />;
    case 'goals':
      return <GoalScene step={step} board={board} />;
    case 'changes':
      return <ChangesScene step={step} />;
    case 'indicators':
      return <IndicatorScene step={step} />;
    case 'late':
      return <LateScene step={step} />;
    case 'findings':
      return <FindingScene step={step} />;
    case 'empty':
      return <EmptyScene board={board} />;
  }
}
