import { isNight } from '@vointi/shared/display/night.ts';
import type { BoardMeasure } from '@vointi/shared/plan/contract.ts';
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { cx } from '../../ui/cx.ts';
import { banner } from './layout/geometry.ts';
import { movesFor } from './presenting.ts';
import { reloadFor } from './reload.ts';
import styles from './room.module.css';
import { Banner } from './scenes/banner.tsx';
import { Footer } from './scenes/footer.tsx';
import { HighlightsContext, OpeningContext } from './scenes/room-context.ts';
import { OpenMeasure } from './scenes/open-measure.tsx';
import { Scene } from './scenes/scene.tsx';
import { SceneErrorBoundary } from './error-boundaries.tsx';
import { Stage } from './scenes/stage.tsx';
import type { ScreenState } from './screen-state.ts';
import type { ScreenSettings } from './settings.ts';
import { stepsOf } from './steps/steps.ts';
import type { ScreenData, Step } from './steps/types.ts';
import { useKeys } from './use-keys.ts';
import { useActiveHighlights } from './highlights.ts';
import { useDrawableSteps } from './use-drawable-steps.ts';
import { useRotation } from './use-rotation.ts';
import type { Age } from './staleness.ts';
import { useScreenTexts } from './use-screen-texts.ts';

type Props = {
  state: ScreenState;
  data: ScreenData;
  settings: ScreenSettings;
  age: Age;
  drift: readonly [number, number];
};

/** Shows the scenes in turn, the age of the data, and a measure when the chair opens one. */
export function Room({ state, data, settings, age, drift }: Props) {
  const texts = useScreenTexts();
  const { staleness, now, lastHeard, minutes } = age;
  const closesAt = data.scenes?.answers?.round.closesAt ?? null;
  const isLate = closesAt !== null && Date.parse(closesAt) <= now;
  const made = useMemo(
    () => stepsOf(data, settings.scenes, texts, { isLate, reserved: banner[staleness] }),
    [data, settings.scenes, texts, isLate, staleness],
  );
  const { steps, leaveOut } = useDrawableSteps(data, made);
  const { rotation, position, move } = useRotation(steps, settings.seconds, useReload(state.build));
  const step = steps[position] ?? steps[0];
  usePresenter(state.presenter, move);
  const highlights = useActiveHighlights(state.highlights);
  const [chosen, setChosen] = useState<string | null>(null);
  const codes = useMemo(() => (step ? codesOf(step) : []), [step]);
  const isThere = chosen !== null && codes.includes(chosen);
  const open = useCallback((measure: string) => move({ do: 'open', measure }), [move]);
  const choose = useCallback(
    (by: 1 | -1) => {
      if (codes.length === 0) return false;
      const index = isThere ? codes.indexOf(chosen) + by : by > 0 ? 0 : codes.length - 1;
      setChosen(codes[(index + codes.length) % codes.length] ?? null);
      move({ do: 'pause' });
      return true;
    },
    [codes, chosen, isThere, move],
  );
  const openChosen = useCallback(() => {
    if (isThere) open(chosen);
    return isThere;
  }, [chosen, isThere, open]);
  useKeys({ isOpen: rotation.measure !== null, move, choose, open: openChosen });
  const opening = useMemo(() => ({ chosen: isThere ? chosen : null, open }), [chosen, isThere, open]);
  if (!step) return null;
  return (
    <HighlightsContext value={highlights}>
      <OpeningContext value={opening}>
        <Stage theme={settings.theme} drift={drift} isDimmed={isNight(settings.night, new Date(now))}>
          <main className={cx(styles['scene'], staleness === 'old' && styles['old'])} data-scene={step.key}>
            {rotation.measure === null ? (
              <SceneErrorBoundary key={step.key} onFault={() => leaveOut(step.key)}>
                <Scene step={step} data={data} />
              </SceneErrorBoundary>
            ) : (
              <SceneErrorBoundary key={`measure/${rotation.measure}`} onFault={() => move({ do: 'close' })}>
                <OpenMeasure code={rotation.measure} board={data.board} reserved={banner[staleness]} />
              </SceneErrorBoundary>
            )}
          </main>
          <Banner staleness={staleness} lastHeard={lastHeard} minutes={minutes} />
          <Footer board={data.board} page={step.page} pages={step.pages} hold={rotation.hold} />
        </Stage>
      </OpeningContext>
    </HighlightsContext>
  );
}

const codesOf = (step: Step): string[] => {
  if (step.scene === 'goals') return step.rows.map(({ code }: BoardMeasure) => code);
  return step.scene === 'changes' ? step.rows.map(({ measure }) => measure.code) : [];
};

/** Follows a presenter's commands, each once. */
function usePresenter(presenter: ScreenState['presenter'], move: ReturnType<typeof useRotation>['move']) {
  const done = useRef<ScreenState['presenter']>(null);
  useEffect(() => {
    if (!presenter) return;
    for (const next of movesFor(done.current, presenter)) move(next);
    done.current = presenter;
  }, [presenter, move]);
}

/** Between two scenes, reloads the page for a new build. */
function useReload(build: string | null) {
  const latest = useRef(build);
  useLayoutEffect(() => {
    latest.current = build;
  });
  return useCallback(() => {
    if (latest.current !== null) void reloadFor(latest.current);
  }, []);
}
