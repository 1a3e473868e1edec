import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { planApi } from '@vointi/shared/plan/read-contract.ts';
import { isCurrent } from '../../platform/answer-bytes.ts';
import type { Boards, CachedBoard } from '../../platform/boards.ts';
import type { CountAnswers } from '../../platform/metrics.ts';

type Replay = { status: number; headers: string[]; body: Buffer | undefined; count: () => void };
/** What was seen once waits for a second answer that is the same: a header that changes with each is not replayed. */
type Seen = { replay: Replay; isConfirmed: boolean };

const boardAddress = /^\/api\/v1\/municipalities\/([a-z0-9-]{1,60})\/plans\/(\d{4})\/board$/;
const maxEncodings = 16;
const keyOf = (status: number, accepted: string | string[] | undefined) => `${status} ${accepted?.toString() ?? ''}`;

/** Nothing of the request can change the answer but its address, what it accepts and what it already has. */
const isPlain = ({ method, headers }: IncomingMessage) =>
  method === 'GET' &&
  headers.cookie === undefined &&
  headers.authorization === undefined &&
  headers['content-length'] === undefined &&
  headers['transfer-encoding'] === undefined;

/**
 * Answers a warm board before Fastify sees the request: the hooks and the parsing of a request cost more than sending
 * the bytes. It makes no answer of its own. It repeats, header by header, what the route has answered to somebody
 * without a session, for as long as the store holds that board and knows it to be current.
 */
export function registerBoardResponseCache(app: FastifyInstance, boards: Boards, countAnswers: CountAnswers) {
  const replays = new WeakMap<CachedBoard, Map<string, Seen>>();
  let isClosing = false;
  app.addHook('preClose', async () => {
    isClosing = true;
  });

  function keptAt(request: IncomingMessage): CachedBoard | undefined {
    if (isClosing || boards.staleSince || !isPlain(request)) return undefined;
    const [, slug, year] = boardAddress.exec(request.url ?? '') ?? [];
    const kept = slug && year ? boards.peek(slug, Number(year)) : undefined;
    return kept?.isPublic ? kept : undefined;
  }

  function isAnswered(request: IncomingMessage, response: ServerResponse): boolean {
    const kept = keptAt(request);
    if (!kept) return false;
    const status = isCurrent(request.headers['if-none-match'], kept.bytes.etag) ? 304 : 200;
    const seen = replays.get(kept)?.get(keyOf(status, request.headers['accept-encoding']));
    if (!seen?.isConfirmed) return false;
    const { headers, body, count } = seen.replay;
    response.writeHead(status, headers).end(body);
    count();
    return true;
  }

  app.addHook('onResponse', async (request, reply) => {
    const kept = request.routeOptions.config.contract === planApi.board ? keptAt(request.raw) : undefined;
    const replay = kept && (await replayOf(kept, reply, countAnswers));
    if (replay) remember(replays, kept, keyOf(replay.status, request.headers['accept-encoding']), replay);
  });

  // In the place of Fastify's listener and not as a server of its own: the server keeps Fastify's time limits.
  const [route] = app.server.listeners('request') as [RequestListener];
  app.server.off('request', route).on('request', (request, response) => {
    if (!isAnswered(request, response)) route(request, response);
  });
}

/** Node gives every outgoing message this method; its types give it to requests alone. */
const rawNamesOf = (response: ServerResponse) =>
  (response as ServerResponse & { getRawHeaderNames: () => string[] }).getRawHeaderNames();

/** The answer as it was sent, if it is one of this board's bytes and nothing else. */
async function replayOf(
  kept: CachedBoard,
  reply: FastifyReply,
  countAnswers: CountAnswers,
): Promise<Replay | undefined> {
  const { statusCode: status } = reply;
  // Of the raw answer: it alone knows what every hook has set, in which order and in which letters.
  const sent = reply.raw.getHeaders();
  const { 'content-encoding': encoding = 'identity', etag, 'content-length': length } = sent;
  const isKnown = encoding === 'identity' || encoding === 'gzip' || encoding === 'br';
  if (etag !== kept.bytes.etag || !isKnown || 'set-cookie' in sent || ![200, 304].includes(status)) return undefined;
  const body = status === 200 ? await kept.bytes.in(encoding) : undefined;
  if (body && Number(length) !== body.length) return undefined;
  const headers = rawNamesOf(reply.raw).flatMap((name) =>
    [sent[name.toLowerCase()] ?? []].flat().flatMap((value) => [name, String(value)]),
  );
  return { status, headers, body, count: countAnswers(planApi.board.path, status) };
}

function remember(replays: WeakMap<CachedBoard, Map<string, Seen>>, kept: CachedBoard, key: string, replay: Replay) {
  let all = replays.get(kept);
  if (!all) replays.set(kept, (all = new Map()));
  const before = all.get(key)?.replay;
  const isConfirmed = before?.headers.join('\n') === replay.headers.join('\n');
  if (!before && all.size >= maxEncodings) all.clear();
  all.set(key, { replay, isConfirmed });
}
