import { type Actor, type Grant, grantOf } from '@vointi/shared/access/grant.ts';
import type { Route } from '@vointi/shared/http/route.ts';
import { AppError } from './app-error.ts';
import type { Context } from './context.ts';
import { mutate } from './mutate.ts';

const repeatMs = 60_000;

/** Recent refusals, so that a page that keeps asking does not fill the audit log. */
const written = new Map<string, number>();

function isRepeated(key: string, at: number): boolean {
  const last = written.get(key);
  if (last !== undefined && at - last < repeatMs) return true;
  if (written.size > 10_000) written.clear();
  written.set(key, at);
  return false;
}

type RequestedRoute = { contract: Route; slug: string | undefined; requestId: string };

/**
 * The grant of the actor for this contract. Refuses visitors with 401, people of the municipality with 403 and everybody
 * else with 404, so that they do not learn what exists.
 * @throws AppError unauthenticated, forbidden, not_found
 */
export async function authorize(
  context: Context,
  actor: Actor,
  { contract, slug, requestId }: RequestedRoute,
): Promise<Grant> {
  const grant = grantOf(actor, contract.can, slug);
  if (grant) return grant;
  if (actor.kind === 'anonymous') throw new AppError('unauthenticated');
  const slugs = actor.kind === 'screen' ? [actor.slug] : actor.memberships.map((one) => one.slug);
  if (actor.kind === 'user') await recordRefusal(context, actor, { contract, slug, requestId });
  throw new AppError(slug === undefined || slugs.includes(slug) ? 'forbidden' : 'not_found');
}

/** The slug of an existing municipality; undefined for other text, which must not get into the permanent audit log. */
async function knownSlug({ db }: Context, { contract, slug }: RequestedRoute): Promise<string | undefined> {
  if (slug === undefined || contract.params?.shape['slug']?.safeParse(slug).success !== true) return undefined;
  return (await db.municipality.findUnique({ where: { slug }, select: { slug: true } }))?.slug;
}

async function recordRefusal(context: Context, actor: Extract<Actor, { kind: 'user' }>, route: RequestedRoute) {
  const { contract, requestId } = route;
  const at = context.now();
  const subject = `${contract.method} ${contract.path}`;
  const slug = await knownSlug(context, route);
  if (isRepeated(`${actor.userId} ${subject} ${slug}`, at.getTime())) return;
  // The row goes to the log of the person's own municipality, as the other one must not learn who they are.
  const own = actor.memberships.find((one) => one.slug === slug) ?? actor.memberships[0];
  await mutate(context, { actor, at, requestId }, { action: 'access.refuse', touches: 'nothing' }, async () => ({
    result: undefined,
    audit: {
      municipalityId: own?.municipalityId ?? null,
      subject,
      ...(slug !== undefined && { after: { municipality: slug } }),
    },
  }));
}
