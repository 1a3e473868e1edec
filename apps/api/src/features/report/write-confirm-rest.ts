import type { Tx } from '@vointi/db/client.ts';
import type { Input, Result } from '@vointi/shared/http/route.ts';
import { notConfirmableBecause } from '@vointi/shared/report/rules.ts';
import type { reportWriteApi } from '@vointi/shared/report/write-contract.ts';
import { AppError } from '../../platform/app-error.ts';
import type { Context } from '../../platform/context.ts';
import { mutate } from '../../platform/mutate.ts';
import { personOf } from '../../platform/serve.ts';
import { newAnswerOf, isThere } from './answer.ts';
import {
  knownVersion,
  answerToRepeat,
  type AssignmentInRound,
  loadAssignmentsForUpdate,
  toReportedRow,
} from './assignment-in-round.ts';
import { assertMay, assertOpen, assertSaysForWhom, awaitsApproval, reachOf, type Writing } from './rights.ts';
import { answering, writeAnswers, type Written } from './write-answer.ts';
import { isSentAlready, sendForApproval } from './write-send.ts';

type Contract = typeof reportWriteApi.confirmRest;
type ConfirmRestInput = Pick<Input<Contract>, 'params' | 'body'>;
type Confirmed = Result<Contract>;
type Writes = Written<'report.confirm' | 'report.send'>;
type Confirming = { result: Confirmed; audit: Writes['audit'] };

/** Each assignment once, whichever it was named with first. */
const once = (named: ConfirmRestInput['body']['assignments']) =>
  [...new Map(named.toReversed().map((one) => [one.assignmentId, one])).values()].toReversed();

/** All that can be confirmed, in one transaction; what cannot is left as it is and told of. */
export const confirmRest = (context: Context, writing: Writing, asked: ConfirmRestInput): Promise<Confirmed> =>
  mutate(context, writing, { ...answering, action: ['report.confirm', 'report.send'] }, (tx) =>
    confirmIn(tx, writing, asked),
  );

async function confirmIn(tx: Tx, writing: Writing, { params, body }: ConfirmRestInput): Promise<Confirming> {
  const { actor, at } = writing;
  const { userId } = personOf(actor);
  const { roundId, department: slug } = params;
  const named = once(body.assignments);
  const reach = reachOf(actor, 'report:write');
  const assignments = await loadAssignmentsForUpdate(tx, { roundId, assignments: named, userId, reach });
  const [first] = assignments;
  assertMay(actor, 'report:write', first);
  const { municipalityId, departmentId } = first;
  const department = await tx.department.findFirst({ where: { municipalityId, slug }, select: { id: true } });
  const areOfIt = assignments.every((assignment) => assignment.departmentId === departmentId);
  if (assignments.length < named.length || !areOfIt || department?.id !== departmentId) throw new AppError('not_found');
  assertOpen(first, at);
  assertSaysForWhom(writing, first, body.onBehalfOf);

  const versions = new Map(named.map(({ assignmentId, version }) => [assignmentId, version]));
  const inputOf = ({ assignmentId }: AssignmentInRound) =>
    ({ kind: 'confirm', version: versions.get(assignmentId) ?? 0, onBehalfOf: body.onBehalfOf }) as const;
  const done = assignments.filter((assignment) => isThere(assignment, inputOf(assignment)));
  const skipped = assignments
    .filter((assignment) => !done.includes(assignment))
    .flatMap((assignment) => {
      const why = whySkipped(assignment, versions.get(assignment.assignmentId));
      return why ? [{ assignmentId: assignment.assignmentId, why, current: toReportedRow(assignment) }] : [];
    });
  const left = new Set(skipped.map(({ assignmentId }) => assignmentId));
  const toWrite = assignments
    .filter((assignment) => !done.includes(assignment) && !left.has(assignment.assignmentId))
    .map((assignment) => ({ assignment, given: newAnswerOf(assignment, inputOf(assignment)) }));
  const written: Writes = awaitsApproval(writing, first)
    ? await sendRest(tx, writing, toWrite)
    : await writeAnswers(
        tx,
        toWrite.map(({ assignment, given }) => ({
          ...given,
          assignment,
          author: { id: userId, name: assignment.writer },
          approverId: null,
          submittedAt: at,
        })),
        { at, action: 'report.confirm' },
      );
  return { result: { rows: [...done, ...written.assignments].map(toReportedRow), skipped }, audit: written.audit };
}

function whySkipped(
  assignment: AssignmentInRound,
  version: number | undefined,
): Confirmed['skipped'][number]['why'] | null {
  if (version !== knownVersion(assignment)) return 'changed';
  const said = answerToRepeat(assignment);
  return notConfirmableBecause(said && { progress: said.progress, note: said.note?.fi ?? null });
}

async function sendRest(tx: Tx, writing: Writing, toSend: Parameters<typeof sendForApproval>[2]): Promise<Writes> {
  const isSent = ({ assignment, given }: (typeof toSend)[number]) => isSentAlready(assignment, given);
  const sent = await sendForApproval(
    tx,
    writing,
    toSend.filter((one) => !isSent(one)),
  );
  return { ...sent, assignments: [...toSend.filter(isSent).map(({ assignment }) => assignment), ...sent.assignments] };
}
