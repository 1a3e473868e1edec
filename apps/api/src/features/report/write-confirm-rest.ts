import type { Tx } from '@vointi/db/client.ts';
import type { Input, Result } from '@vointi/shared/http/route.ts';
import { canConfirm, notConfirmableBecause } from '@vointi/shared/report/rules.ts';
import type { reportWriteApi } from '@vointi/shared/report/write-contract.ts';
import { AppError } from '../../platform/app-error.ts';
import type { Context } from '../../platform/context.ts';
import { mutate } from '../../platform/mutate.ts';
import { personOf } from '../../platform/serve.ts';
import { newAnswerOf, isStored } from './answer.ts';
import {
  knownVersion,
  answerToRepeat,
  type AssignmentInRound,
  loadAssignmentsForUpdate,
  toReportedRow,
  waitsSince,
} from './assignment-in-round.ts';
import { assertMay, assertOpen, assertOnBehalfOf, awaitsApproval, reachOf, type Writing } from './rights.ts';
import { answering, writeAnswers, type Written } from './write-answer.ts';
import { isSentAlready, sendForApproval } from './write-send.ts';

type Contract = typeof reportWriteApi.confirmRest;
type ConfirmRestInput = Pick<Input<Contract>, 'params' | 'body'>;
type ConfirmRestResult = Result<Contract>;
type Writes = Written<'report.confirm' | 'report.send'>;
type Outcome = { result: ConfirmRestResult; audit: Writes['audit'] };

/** Each assignment once, with the version that is named first. */
const withoutDuplicates = (assignments: ConfirmRestInput['body']['assignments']) =>
  [...new Map(assignments.toReversed().map((one) => [one.assignmentId, one])).values()].toReversed();

/** Confirms every assignment that can be confirmed, in one transaction, and reports the others without changing them. */
export const confirmRest = (context: Context, writing: Writing, input: ConfirmRestInput): Promise<ConfirmRestResult> =>
  mutate(context, writing, { ...answering, action: ['report.confirm', 'report.send'] }, (tx) =>
    confirmIn(tx, writing, input),
  );

async function confirmIn(tx: Tx, writing: Writing, { params, body }: ConfirmRestInput): Promise<Outcome> {
  const { actor, at } = writing;
  const { userId } = personOf(actor);
  const { roundId, department: slug } = params;
  const named = withoutDuplicates(body.assignments);
  const reach = reachOf(actor, 'report:write');
  const assignments = await loadAssignmentsForUpdate(tx, { roundId, assignments: named, userId, reach });
  const [first] = assignments;
  assertMay(actor, 'report:write', first);
  const { municipalityId, departmentId } = first;
  const department = await tx.department.findFirst({ where: { municipalityId, slug }, select: { id: true } });
  const areOfIt = assignments.every((assignment) => assignment.departmentId === departmentId);
  if (assignments.length < named.length || !areOfIt || department?.id !== departmentId) throw new AppError('not_found');
  assertOpen(first, at);
  assertOnBehalfOf(writing, first, body.onBehalfOf);

  const versions = new Map(named.map(({ assignmentId, version }) => [assignmentId, version]));
  const inputOf = ({ assignmentId }: AssignmentInRound) =>
    ({ kind: 'confirm', version: versions.get(assignmentId) ?? 0, onBehalfOf: body.onBehalfOf }) as const;
  const done = assignments.filter((assignment) => isDone(assignment, inputOf(assignment)));
  const skipped = assignments
    .filter((assignment) => !done.includes(assignment))
    .flatMap((assignment) => {
      const why = whySkipped(assignment, versions.get(assignment.assignmentId));
      return why ? [{ assignmentId: assignment.assignmentId, why, current: toReportedRow(assignment) }] : [];
    });
  const left = new Set(skipped.map(({ assignmentId }) => assignmentId));
  const toWrite = assignments
    .filter((assignment) => !done.includes(assignment) && !left.has(assignment.assignmentId))
    .map((assignment) => ({ assignment, newAnswer: newAnswerOf(assignment, inputOf(assignment)) }));
  const written: Writes = awaitsApproval(writing, first)
    ? await sendForApproval(tx, writing, toWrite)
    : await writeAnswers(
        tx,
        toWrite.map(({ assignment, newAnswer }) => ({
          ...newAnswer,
          assignment,
          author: { id: userId, name: assignment.writer },
          approverId: null,
          submittedAt: at,
        })),
        { at, action: 'report.confirm' },
      );
  return { result: { rows: [...done, ...written.assignments].map(toReportedRow), skipped }, audit: written.audit };
}

/** Whether the first request was fulfilled, and only its reply was lost. */
function isDone(assignment: AssignmentInRound, input: Parameters<typeof isStored>[1]): boolean {
  if (isStored(assignment, input)) return true;
  const last = answerToRepeat(assignment);
  if (!assignment.draft?.sentAt || !canConfirm(last && { progress: last.progress, note: last.note?.fi ?? null })) {
    return false;
  }
  return isSentAlready(assignment, newAnswerOf(assignment, input));
}

function whySkipped(
  assignment: AssignmentInRound,
  version: number | undefined,
): ConfirmRestResult['skipped'][number]['why'] | null {
  if (version !== knownVersion(assignment)) return 'changed';
  // Whoever sent the waiting answer had more to say than that nothing has changed.
  if (waitsSince(assignment) !== null) return 'awaiting';
  const last = answerToRepeat(assignment);
  return notConfirmableBecause(last && { progress: last.progress, note: last.note?.fi ?? null });
}
