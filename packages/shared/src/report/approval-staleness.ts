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
export const changedFigures = <F extends Figure>(draft: SentAnswer, figures: readonly F[]): F[] =>
  figures.filter(({ indicator, kind, decimals, value, version }) => {
    const typed = draft.figures[indicator];
    const parsed = typed === undefined ? undefined : parseFigure(kind, typed, decimals).value;
    if (!parsed || (parsed.kind === value?.kind && parsed.value === value.value)) return false;
    return version !== (draft.figureVersions?.[indicator] ?? 0);
  });

const isRepeated = (draft: SentAnswer, last: AnswerTexts | null): boolean =>
  last !== null &&
  last.progress === draft.progress &&
  (last.note?.fi ?? '') === draft.note &&
  (last.evidence?.fi ?? '') === draft.evidence;

/**
 * Whether the row changed after the answer was sent to the approver: its writer has to look at it again before anybody
 * approves it. "Ei muutosta" is stale when the answer that it repeats has changed.
 */
export const isStale = <F extends Figure>(draft: SentAnswer, { version, last, figures }: CurrentRow<F>): boolean =>
  draft.baseVersion !== version ||
  (draft.confirmed && !isRepeated(draft, last)) ||
  changedFigures(draft, figures).length > 0;

/** Why a waiting answer is not approved: somebody decided on it or changed it; a newer one waits; the row changed. */
export const notApprovedReasons = ['gone', 'newer_waits', 'overtaken'] as const;
export type NotApprovedReason = (typeof notApprovedReasons)[number];

type Waiting = Pick<Draft, 'sentAt'>;

/** Whether another answer to the same assignment was sent later: of two that wait only the newest can be approved. */
export const isOlder = ({ sentAt }: Waiting, others: readonly Waiting[]): boolean =>
  others.some((other) => other.sentAt !== null && sentAt !== null && Date.parse(other.sentAt) > Date.parse(sentAt));
