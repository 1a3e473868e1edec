import type { Tx } from '@vointi/db/client.ts';
import type { Input, Result } from '@vointi/shared/http/route.ts';
import { notConfirmableBecause } from '@vointi/shared/report/rules.ts';
import type { reportWriteApi } from '@vointi/shared/report/write-contract.ts';
import { AppError } from '../../platform/app-error.ts';
import type { Context } from '../../platform/context.ts';
import { mutate } from '../../platform/mutate.ts';
import { personOf } from '../../platform/serve.ts';
import { givenOf, isThere } from './answer.ts';
import { knownVersion, lastSaid, type Place, takePlaces, toReportedRow } from './place.ts';
import { assertMay, assertOpen, assertSaysForWhom, awaitsApproval, reachOf, type Writing } from './rights.ts';
import { answering, writeAnswers, type Written } from './write-answer.ts';
import { isSentAlready, sendForApproval } from './write-send.ts';

type Contract = typeof reportWriteApi.confirmRest;
type Asked = Pick<Input<Contract>, 'params' | 'body'>;
type Confirmed = Result<Contract>;
type Writes = Written<'report.confirm' | 'report.send'>;
type Confirming = { result: Confirmed; audit: Writes['audit'] };

/** Each assignment once, whichever it was named with first. */
const once = (named: Asked['body']['assignments']) =>
  [...new Map(named.toReversed().map((one) => [one.assignmentId, one])).values()].toReversed();

/** All that can be confirmed, in one transaction; what cannot is left as it is and told of. */
export const confirmRest = (context: Context, writing: Writing, asked: Asked): Promise<Confirmed> =>
  mutate(context, writing, { ...answering, action: ['report.confirm', 'report.send'] }, (tx) =>
    confirmIn(tx, writing, asked),
  );

async function confirmIn(tx: Tx, writing: Writing, { params, body }: Asked): Promise<Confirming> {
  const { actor, at } = writing;
  const { userId } = personOf(actor);
  const { roundId, department: slug } = params;
  const named = once(body.assignments);
  const reach = reachOf(actor, 'report:write');
  const places = await takePlaces(tx, { roundId, assignments: named, userId, reach });
  const [first] = places;
  assertMay(actor, 'report:write', first);
  const { municipalityId, departmentId } = first;
  const department = await tx.department.findFirst({ where: { municipalityId, slug }, select: { id: true } });
  const areOfIt = places.every((place) => place.departmentId === departmentId);
  if (places.length < named.length || !areOfIt || department?.id !== departmentId) throw new AppError('not_found');
  assertOpen(first, at);
  assertSaysForWhom(writing, first, body.onBehalfOf);

  const versions = new Map(named.map(({ assignmentId, version }) => [assignmentId, version]));
  const inputOf = ({ assignmentId }: Place) =>
    ({ kind: 'confirm', version: versions.get(assignmentId) ?? 0, onBehalfOf: body.onBehalfOf }) as const;
  const done = places.filter((place) => isThere(place, inputOf(place)));
  const skipped = places
    .filter((place) => !done.includes(place))
    .flatMap((place) => {
      const why = whySkipped(place, versions.get(place.assignmentId));
      return why ? [{ assignmentId: place.assignmentId, why, current: toReportedRow(place) }] : [];
    });
  const left = new Set(skipped.map(({ assignmentId }) => assignmentId));
  const toWrite = places
    .filter((place) => !done.includes(place) && !left.has(place.assignmentId))
    .map((place) => ({ place, given: givenOf(place, inputOf(place)) }));
  const written: Writes = awaitsApproval(writing, first)
    ? await sendRest(tx, writing, toWrite)
    : await writeAnswers(
        tx,
        toWrite.map(({ place, given }) => ({
          ...given,
          place,
          author: { id: userId, name: place.writer },
          approverId: null,
          submittedAt: at,
        })),
        { at, action: 'report.confirm' },
      );
  return { result: { rows: [...done, ...written.places].map(toReportedRow), skipped }, audit: written.audit };
}

function whySkipped(place: Place, version: number | undefined): Confirmed['skipped'][number]['why'] | null {
  if (version !== knownVersion(place)) return 'changed';
  const said = lastSaid(place);
  return notConfirmableBecause(said && { progress: said.progress, note: said.note?.fi ?? null });
}

async function sendRest(tx: Tx, writing: Writing, toSend: Parameters<typeof sendForApproval>[2]): Promise<Writes> {
  const isSent = ({ place, given }: (typeof toSend)[number]) => isSentAlready(place, given);
  const sent = await sendForApproval(
    tx,
    writing,
    toSend.filter((one) => !isSent(one)),
  );
  return { ...sent, places: [...toSend.filter(isSent).map(({ place }) => place), ...sent.places] };
}
