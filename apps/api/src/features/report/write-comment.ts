import type { Comment } from '@vointi/shared/report/contract.ts';
import type { Input } from '@vointi/shared/http/route.ts';
import type { reportWriteApi } from '@vointi/shared/report/write-contract.ts';
import { AppError } from '../../platform/app-error.ts';
import type { Context } from '../../platform/context.ts';
import { mutate } from '../../platform/mutate.ts';
import { personOf } from '../../platform/serve.ts';
import { createCommentNotices } from '../reminder/public.ts';
import { assertMay, type Writing } from './rights.ts';

type CommentInput = Pick<Input<typeof reportWriteApi.comment>, 'params' | 'body'>;
type VisitKey = Input<typeof reportWriteApi.visit>['params'];

export const commentReport = (context: Context, writing: Writing, { params, body }: CommentInput): Promise<Comment> =>
  mutate(context, writing, { action: 'report.comment', touches: 'nothing' }, async (tx) => {
    const { roundId, assignmentId } = params;
    const assignment = await tx.assignment.findFirst({
      where: { id: assignmentId, measure: { plan: { rounds: { some: { id: roundId } } } } },
      select: { municipalityId: true, departmentId: true },
    });
    assertMay(writing.actor, 'report:comment', assignment);
    const { municipalityId } = assignment;
    const { userId: authorId } = personOf(writing.actor);
    const { id, text, author } = await tx.reportComment.create({
      data: { municipalityId, roundId, assignmentId, authorId, text: body.text, createdAt: writing.at },
      select: { id: true, text: true, author: { select: { displayName: true } } },
    });
    const { departmentId } = assignment;
    const comment = { municipalityId, roundId, departmentId, assignmentId, commentId: id };
    await createCommentNotices(tx, writing.at, { ...comment, authorId });
    return {
      result: { id, text, author: author.displayName, isOwn: true, createdAt: writing.at.toISOString() },
      audit: { municipalityId, subject: `assignment:${assignmentId}`, after: { round: roundId, comment: id } },
    };
  });

/** Records who has opened a department's form, when first and when last. */
export async function visitReporting(
  { db }: Context,
  { actor, at }: Writing,
  { roundId, department: slug }: VisitKey,
): Promise<{ done: true }> {
  const { userId } = personOf(actor);
  const round = await db.round.findUnique({ where: { id: roundId }, select: { municipalityId: true } });
  const department =
    round &&
    (await db.department.findFirst({ where: { slug, municipalityId: round.municipalityId }, select: { id: true } }));
  if (!round || !department) throw new AppError('not_found');
  const assignment = { municipalityId: round.municipalityId, departmentId: department.id };
  assertMay(actor, 'report:write', assignment);
  await db.reportVisit.upsert({
    where: { roundId_departmentId_userId: { roundId, departmentId: department.id, userId } },
    create: { ...assignment, roundId, userId, firstAt: at, lastAt: at },
    update: { lastAt: at },
  });
  return { done: true };
}
