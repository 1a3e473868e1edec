import type { Result } from '@vointi/shared/http/route.ts';
import { roundManageApi } from '@vointi/shared/round/manage-contract.ts';
import { lockOf } from '@vointi/shared/round/rules.ts';
import { AppError, refused } from '../../platform/app-error.ts';
import type { Context } from '../../platform/context.ts';
import { mutate } from '../../platform/mutate.ts';
import type { Person } from '../../platform/serve.ts';
import { assertMail } from '../mail/public.ts';
import { addressKeyBy } from './address-key.ts';
import { readUnanswered, type Unanswered } from './read-missing.ts';
import { remind, type Reminded } from './write-remind.ts';

type RemindResult = Result<typeof roundManageApi.remind>;
type Why = RemindResult['skipped'][number]['why'];
type ReminderRequest = { municipalityId: string; roundId: string; person: Person; at: Date; requestId: string };

function whySkipped(one: Unanswered | undefined, { hadToday }: Reminded): Why | null {
  if (!one) return 'answered';
  if (one.audience.length === 0) return 'nobody_to_remind';
  return one.audience.every(({ recipient }) => hadToday.has(recipient)) ? 'reminded_today' : null;
}

/** Reminds these departments now, by hand. @throws AppError locked when the round is not open */
export async function remindNow(
  context: Context,
  { roundId, person, ...request }: ReminderRequest,
  slugs: readonly string[],
): Promise<RemindResult> {
  const { settings } = context;
  const { municipalityId, at } = request;
  assertMail(settings);
  const reminding = { action: 'round.remind', touches: 'nothing' } as const;
  return mutate(context, { ...request, actor: person }, reminding, async (tx) => {
    await tx.$executeRaw`select from "Round" where id = ${roundId}::uuid and "municipalityId" = ${municipalityId}::uuid for share`;
    const round = await tx.round.findUnique({ where: { id_municipalityId: { id: roundId, municipalityId } } });
    if (!round) throw new AppError('not_found');
    if (round.state !== 'open') throw new AppError('locked', undefined, { current: { lock: lockOf(round, [], at) } });
    const departments = [...new Set(slugs)];
    const known = await tx.department.count({ where: { municipalityId, slug: { in: departments } } });
    if (known < departments.length) throw refused('body.departments', 'department_unknown');

    const unanswered = new Map((await readUnanswered(tx, { roundId })).map((one) => [one.slug, one]));
    const toRemind = departments.flatMap((slug) => unanswered.get(slug) ?? []);
    const reminded = await remind(tx, at, toRemind, { isManual: true, keyOf: addressKeyBy(settings) });
    const skipped = departments.flatMap((department) => {
      const why = whySkipped(unanswered.get(department), reminded);
      return why ? [{ department, why }] : [];
    });
    const { queued } = reminded;
    const after = { departments: departments.length - skipped.length, queued, skipped: skipped.length };
    return { result: { queued, skipped }, audit: queued > 0 ? { subject: `round:${roundId}`, after } : [] };
  });
}
