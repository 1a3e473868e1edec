import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { planApi } from '@vointi/shared/plan/read-contract.ts';
import { isCurrent } from '../../platform/answer-bytes.ts';
import type { Boards, CachedBoard } from '../../platform/boards.ts';
import type { CountAnswers } from '../../platform/metrics.ts';

type Replay = { status: number; headers: string[]; body: Buffer | undefined; count: () => void };
/** A response is replayed after a second equal one: a header that differs each time must not be repeated. */
type Seen = { replay: Replay; isConfirmed: boolean };

const boardAddress = /^\/api\/v1\/municipalities\/([a-z0-9-]{1,60})\/plans\/(\d{4})\/board$/;
const maxEncodings = 16;
const keyOf = (status: number, accepted: string | string[] | undefined) => `${status} ${accepted?.toString() ?? ''}`;

/** Only the address, Accept-Encoding and If-None-Match of such a request can change the response. */
const isPlain = ({ method, headers }: IncomingMessage) =>
  method === 'GET' &&
  headers.cookie === undefined &&
  headers.authorization === undefined &&
  headers['content-length'] === undefined &&
  headers['transfer-encoding'] === undefined;

/**
 * Answers from memory before Fastify sees the request: its hooks and parsing cost more than sending the bytes.
 * It repeats, header by header, the route's response to a request without a session, as long as the store has that
 * board and knows it to be current.
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

  // Replaces Fastify's listener on its own server, so that Fastify's timeouts stay in force.
  const [route] = app.server.listeners('request') as [RequestListener];
  app.server.off('request', route).on('request', (request, response) => {
    if (!isAnswered(request, response)) route(request, response);
  });
}

/** Node has this method on every outgoing message; its types declare it for requests only. */
const rawNamesOf = (response: ServerResponse) =>
  (response as ServerResponse & { getRawHeaderNames: () => string[] }).getRawHeaderNames();

/** The response as it was sent, if its body is this board's bytes. */
async function replayOf(
  kept: CachedBoard,
  reply: FastifyReply,
  countAnswers: CountAnswers,
): Promise<Replay | undefined> {
  const { statusCode: status } = reply;
  // From the raw response: only it has the headers of every hook, with their order and case.
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
