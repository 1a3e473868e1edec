import type { Tx } from '@vointi/db/client.ts';
import type { Input, Result } from '@vointi/shared/http/route.ts';
import type { reportWriteApi } from '@vointi/shared/report/write-contract.ts';
import { AppError } from '../../platform/app-error.ts';
import type { Context } from '../../platform/context.ts';
import { mutate } from '../../platform/mutate.ts';
import { personOf } from '../../platform/serve.ts';
import { type AssignmentFigure, type AssignmentInRound, toReportedRow } from './assignment-in-round.ts';
import { assertMay, assertOpen, type Writing } from './rights.ts';
import { approvedAnswer, loadSentAnswers, type SentAnswer, whyNotApproved } from './sent-answers.ts';
import { type Answer, answering, changedFigures, writeAnswers, type Written } from './write-answer.ts';

type Contract = typeof reportWriteApi.approveAll;
type ApproveAllInput = Pick<Input<Contract>, 'params' | 'body'>;
type ApproveAllResult = Result<Contract>;
type Outcome = { result: ApproveAllResult; audit: Written<'report.approve'>['audit'] };

/** Approves every listed answer that can be approved, in one transaction, and reports the others with the reason. */
export const approveDepartment = (
  context: Context,
  writing: Writing,
  input: ApproveAllInput,
): Promise<ApproveAllResult> =>
  mutate(context, writing, { ...answering, action: 'report.approve' }, (tx) => approveIn(tx, writing, input));

async function approveIn(tx: Tx, writing: Writing, { params, body }: ApproveAllInput): Promise<Outcome> {
  const { roundId, department: slug } = params;
  const drafts = [...new Map(body.drafts.map((draft) => [draft.draftId, draft])).values()];
  const sentAnswers = await loadSentAnswers(tx, writing, { roundId, drafts });
  const first = sentAnswers[0]?.assignment;
  assertMay(writing.actor, 'report:approve', first);
  const { municipalityId, departmentId } = first;
  const department = await tx.department.findFirst({ where: { municipalityId, slug }, select: { id: true } });
  const areOfIt = sentAnswers.every(({ assignment }) => assignment.departmentId === departmentId);
  if (sentAnswers.length < drafts.length || !areOfIt || department?.id !== departmentId)
    throw new AppError('not_found');
  assertOpen(first, writing.at);

  const { answers, skipped } = choose(sentAnswers, personOf(writing.actor).userId);
  const { assignments, audit } = await writeAnswers(tx, answers, { at: writing.at, action: 'report.approve' });
  return { result: { rows: assignments.map(toReportedRow), skipped }, audit };
}

type Chosen = { answers: Answer[]; skipped: ApproveAllResult['skipped'] };

/** Takes the answers one after the other, as a person who approves each would: an answer may overtake a later one. */
function choose(sentAnswers: readonly SentAnswer[], approverId: string): Chosen {
  const chosen: Chosen = { answers: [], skipped: [] };
  const written = new Map<string, AssignmentFigure>();
  for (const { sent, draftId, ...rest } of sentAnswers) {
    const assignment = withFigures(rest.assignment, written);
    const { assignmentId } = assignment;
    const isTaken = chosen.answers.some((answer) => answer.assignment.assignmentId === assignmentId);
    const why = isTaken ? 'newer_waits' : whyNotApproved({ sent, draftId, assignment });
    if (!sent || why !== null) {
      chosen.skipped.push({ assignmentId, draftId, why: why ?? 'gone', current: toReportedRow(assignment) });
      continue;
    }
    const answer = approvedAnswer({ sent, draftId, assignment }, approverId);
    chosen.answers.push(answer);
    for (const { id, kind, value } of changedFigures(assignment, answer.figures)) {
      const figure = assignment.figures.find((one) => one.id === id);
      if (figure)
        written.set(id, {
          ...figure,
          value: { kind, value } as AssignmentFigure['value'],
          version: figure.version + 1,
        });
    }
  }
  return chosen;
}

/** Two measures may share an indicator: the later of two answers finds the value that the earlier gives. */
const withFigures = (
  assignment: AssignmentInRound,
  written: ReadonlyMap<string, AssignmentFigure>,
): AssignmentInRound => ({
  ...assignment,
  figures: assignment.figures.map((figure) => written.get(figure.id) ?? figure),
});
