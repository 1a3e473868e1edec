import { setTimeout as wait } from 'node:timers/promises';

/** Somebody who answers for a department, as a browser of theirs would. */
export type Client = { department: string; cookie: string; assignments: readonly string[] };
/** What a client was told is in. */
export type Acknowledged = { assignmentId: string; version: number; note: string };
export type Ledger = {
  acknowledged: Acknowledged[];
  /** Sent again, as nobody answered. */
  unanswered: number;
  /** Answers that were neither "it is in" nor "not now". */
  unexpected: string[];
};

type Reporting = { url: string; roundId: string; ledger: Ledger; isOver: () => boolean };

const retryMs = 50;
const patienceMs = 10_000;

/**
 * Answers for one assignment after the other until it is over, and sends what got no answer again as it was, as often
 * as it takes: what is acknowledged is in the ledger, and what was not is nobody's promise.
 */
export async function reportOnAndOn(client: Client, reporting: Reporting): Promise<void> {
  const versions = new Map<string, number>();
  for (let nth = 0; !reporting.isOver(); nth += 1) {
    const assignmentId = client.assignments[nth % client.assignments.length] ?? '';
    const version = versions.get(assignmentId) ?? 0;
    const note = `${client.department} ${nth}`;
    const stored = await sendUntilAnswered(client, reporting, { assignmentId, version, note });
    if (stored === undefined) return;
    versions.set(assignmentId, stored);
    reporting.ledger.acknowledged.push({ assignmentId, version: stored, note });
  }
}

/** @returns the version that the answer got; undefined when it was over first, or refused */
async function sendUntilAnswered(
  { cookie }: Client,
  { url, roundId, ledger, isOver }: Reporting,
  { assignmentId, version, note }: Acknowledged,
): Promise<number | undefined> {
  const body = JSON.stringify({
    kind: 'answer',
    version,
    progress: 'in_progress',
    note: { fi: note },
    evidence: null,
    figures: [],
    onBehalfOf: 'Puhelimessa',
  });
  while (!isOver()) {
    try {
      const answer = await fetch(`${url}/api/v1/rounds/${roundId}/assignments/${assignmentId}/report`, {
        method: 'PUT',
        headers: { cookie, 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' },
        body,
        signal: AbortSignal.timeout(patienceMs),
      });
      const said = (await answer.json()) as { report?: { version: number } };
      if (answer.status === 200) return said.report?.version ?? 0;
      if (answer.status < 500) {
        ledger.unexpected.push(`${answer.status} ${note}: ${JSON.stringify(said)}`);
        return undefined;
      }
    } catch {
      // The connection broke, or an answer to it: whether the note is in, nobody can tell.
    }
    ledger.unanswered += 1;
    await wait(retryMs);
  }
  return undefined;
}
