import type { Progress } from '../measure/progress.ts';
import type { Text } from '../text/text.ts';
import type { Draft, ReportingFigure } from './contract.ts';
import { parseFigure } from '../indicator/figures.ts';

type AnswerTexts = { progress: Progress | null; note: Text | null; evidence: Text | null };
type Figure = Pick<ReportingFigure, 'indicator' | 'kind' | 'decimals' | 'value' | 'version'>;
type SentAnswer = Pick<
  Draft,
  'progress' | 'note' | 'evidence' | 'confirmed' | 'baseVersion' | 'figures' | 'figureVersions'
>;
/** The row now. `version`: of this round's answer, 0: none; `last`: the newest answer of any round. */
type CurrentRow<F extends Figure> = { version: number; last: AnswerTexts | null; figures: readonly F[] };

/** Figures that changed after the answer was sent, and that an approval would overwrite. */
export const changedFigures = <F extends Figure>(sent: SentAnswer, figures: readonly F[]): F[] =>
  figures.filter(({ indicator, kind, decimals, value, version }) => {
    const typed = sent.figures[indicator];
    const given = typed === undefined ? undefined : parseFigure(kind, typed, decimals).value;
    if (!given || (given.kind === value?.kind && given.value === value.value)) return false;
    return version !== (sent.figureVersions?.[indicator] ?? 0);
  });

const isRepeated = (sent: SentAnswer, last: AnswerTexts | null): boolean =>
  last !== null &&
  last.progress === sent.progress &&
  (last.note?.fi ?? '') === sent.note &&
  (last.evidence?.fi ?? '') === sent.evidence;

/**
 * Whether the row changed after the answer was sent to the approver: its writer has to look at it again before anybody
 * approves it. "Ei muutosta" is stale when the answer that it repeats has changed.
 */
export const isStale = <F extends Figure>(sent: SentAnswer, { version, last, figures }: CurrentRow<F>): boolean =>
  sent.baseVersion !== version ||
  (sent.confirmed && !isRepeated(sent, last)) ||
  changedFigures(sent, figures).length > 0;
