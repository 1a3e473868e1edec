import * as z from 'zod';
import type { displayApi } from '@vointi/shared/display/contract.ts';
import { afterCommand, type Command, type Presenter } from '@vointi/shared/display/presenter.ts';
import type { Input } from '@vointi/shared/http/route.ts';
import { AppError, refused } from '../../platform/app-error.ts';
import type { Context } from '../../platform/context.ts';
import type { MunicipalityRequest } from '../../platform/municipality-request.ts';
import { mutate } from '../../platform/mutate.ts';
import { personOf } from '../../platform/serve.ts';
import { queryRows, sql } from '../../platform/sql.ts';
import { leadersOf, presenterOf } from './presenter-of.ts';
import { yearOf } from './read.ts';
import { readRow } from './rows.ts';
import { announceDisplay } from './write.ts';

/**
 * Applies a command to the room's screen. The audit log says once for a meeting who began to lead, as a row for each
 * command would flood it.
 */
export async function commandDisplay(
  context: Context,
  request: MunicipalityRequest,
  id: string,
  command: Input<typeof displayApi.command>['body'],
): Promise<Presenter> {
  const { db } = context;
  const { municipalityId, at } = request;
  const { userId } = personOf(request.actor);
  const { settings } = await readRow(db, request, id);
  await assertOnPlan(context, request, settings.year, command);
  return mutate(context, request, { action: 'display.present', touches: 'nothing' }, async (tx) => {
    // Locked, so that two phones in one room do not overwrite each other.
    const [row] = await queryRows(
      tx,
      z.strictObject({ presenter: z.unknown() }),
      sql`
      select presenter from "Display"
      where id = ${id}::uuid and "municipalityId" = ${municipalityId}::uuid and "revokedAt" is null for update`,
    );
    if (!row) throw new AppError('not_found');
    const presenter = afterCommand(presenterOf(row.presenter, at), command, at);
    const before = leadersOf(row.presenter, at);
    const leaders = { ...before, [userId]: at.toISOString() };
    await tx.display.update({ where: { id, municipalityId }, data: { presenter: { ...presenter, leaders } } });
    await announceDisplay(tx, id);
    return { result: presenter, audit: userId in before ? [] : { subject: `display:${id}` } };
  });
}

/** Refuses a goal or a measure that the plan lacks, as the screen would show nothing. */
async function assertOnPlan(
  { db, boards }: Context,
  { municipalityId, slug }: MunicipalityRequest,
  chosen: number | null,
  command: Command,
) {
  if (command.do !== 'open' && (command.do !== 'pin' || command.goal === null)) return;
  const year = await yearOf(db, municipalityId, chosen);
  const board = year === null ? null : await boards.get(slug, year);
  const goals = board?.index.board.goals ?? [];
  if (command.do === 'pin' && !goals.some((goal) => goal.slug === command.goal)) {
    throw refused('body.goal', 'goal_unknown');
  }
  if (command.do === 'open' && !goals.some(({ measures }) => measures.some(({ code }) => code === command.measure))) {
    throw refused('body.measure', 'measure_unknown');
  }
}
