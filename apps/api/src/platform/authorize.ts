import { type Actor, type Grant, grantOf } from '@vointi/shared/access/grant.ts';
import type { Route } from '@vointi/shared/http/route.ts';
import { AppError } from './app-error.ts';
import type { Context } from './context.ts';
import { mutate } from './mutate.ts';

const repeatMs = 60_000;

/** Refusals written a moment ago: a page that asks again and again does not fill the log. */
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
 * What the actor is granted for this contract, or the refusal: 401 for nobody in particular; 403 for a person of the
 * municipality; 404 for anybody else, as if there were no such thing.
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

/** The municipality of an address when there is one: what was typed instead has no place in a log that stays. */
async function knownSlug({ db }: Context, { contract, slug }: RequestedRoute): Promise<string | undefined> {
  if (slug === undefined || contract.params?.shape['slug']?.safeParse(slug).success !== true) return undefined;
  return (await db.municipality.findUnique({ where: { slug }, select: { slug: true } }))?.slug;
}

async function recordRefusal(context: Context, actor: Extract<Actor, { kind: 'user' }>, asked: RequestedRoute) {
  const { contract, requestId } = asked;
  const at = context.now();
  const subject = `${contract.method} ${contract.path}`;
  const slug = await knownSlug(context, asked);
  if (isRepeated(`${actor.userId} ${subject} ${slug}`, at.getTime())) return;
  // In the log of the municipality it was tried from: the other one has no business with its people.
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
