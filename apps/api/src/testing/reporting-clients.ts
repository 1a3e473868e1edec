import { setTimeout as wait } from 'node:timers/promises';

/** A client that answers for a department as a browser does. */
export type Client = { department: string; cookie: string; assignments: readonly string[] };
/** An answer that the server has acknowledged. */
export type Acknowledged = { assignmentId: string; version: number; note: string };
export type Ledger = {
  acknowledged: Acknowledged[];
  /** The number of requests that were sent again, as no answer came. */
  unanswered: number;
  /** Answers that neither acknowledged the request nor asked to retry. */
  unexpected: string[];
};

type Reporting = { url: string; roundId: string; ledger: Ledger; isOver: () => boolean };

const retryMs = 50;
const patienceMs = 10_000;

/**
 * Answers for one assignment after another until the test is over, and repeats requests without an answer. The ledger
 * holds what was acknowledged; the server promises nothing about the rest.
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

/** @returns the version of the stored answer; undefined when the test was over first or the answer was refused */
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
      const answerBody = (await answer.json()) as { report?: { version: number } };
      if (answer.status === 200) return answerBody.report?.version ?? 0;
      if (answer.status < 500) {
        ledger.unexpected.push(`${answer.status} ${note}: ${JSON.stringify(answerBody)}`);
        return undefined;
      }
    } catch {
      // The connection broke, so the answer may or may not be stored.
    }
    ledger.unanswered += 1;
    await wait(retryMs);
  }
  return undefined;
}
