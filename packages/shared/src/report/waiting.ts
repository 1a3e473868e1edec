import type { Progress } from '../measure/progress.ts';
import type { Text } from '../text/text.ts';
import type { Draft, ReportingFigure } from './contract.ts';
import { parseFigure } from '../indicator/figures.ts';

type Said = { progress: Progress | null; note: Text | null; evidence: Text | null };
type Figure = Pick<ReportingFigure, 'indicator' | 'kind' | 'decimals' | 'value' | 'version'>;
type Sent = Pick<Draft, 'progress' | 'note' | 'evidence' | 'confirmed' | 'baseVersion' | 'figures' | 'figureVersions'>;
/** The row as it stands: version of the answer in this round (0: none), what was said last, and the annual figures. */
type Now<F extends Figure> = { version: number; last: Said | null; figures: readonly F[] };

/** Figures that somebody has given since the answer was sent, and that approving it would cover. */
export const overtakenFigures = <F extends Figure>(sent: Sent, figures: readonly F[]): F[] =>
  figures.filter(({ indicator, kind, decimals, value, version }) => {
    const typed = sent.figures[indicator];
    const given = typed === undefined ? undefined : parseFigure(kind, typed, decimals).value;
    if (!given || (given.kind === value?.kind && given.value === value.value)) return false;
    return version !== (sent.figureVersions?.[indicator] ?? 0);
  });

const isSaid = (sent: Sent, last: Said | null): boolean =>
  last !== null &&
  last.progress === sent.progress &&
  (last.note?.fi ?? '') === sent.note &&
  (last.evidence?.fi ?? '') === sent.evidence;

/**
 * Whether what an answer that waits was written from has changed since: it is then for its writer to look at again, and
 * not for the approver to decide. "Ei muutosta" is overtaken when what was said last is no longer what it says again.
 */
export const isOvertaken = <F extends Figure>(sent: Sent, { version, last, figures }: Now<F>): boolean =>
  sent.baseVersion !== version || (sent.confirmed && !isSaid(sent, last)) || overtakenFigures(sent, figures).length > 0;
