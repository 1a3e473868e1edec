import { uuid7 } from '../../platform/uuid7.ts';
import { writeRows } from './bulk.ts';
import { listDifferences } from './import-merge.ts';
import type { GivenReport } from './import-measures.ts';
import { countAdded, type Import } from './import-outcome.ts';
import { idOf, type Ids } from './import-shared.ts';

/**
 * The answers of the file. Those of a round that is there already stay as departments left them; only a draft, which
 * nobody answers, takes what it lacks.
 */
export async function saveAnswers(
  importing: Import,
  given: readonly GivenReport[],
  rounds: { ids: Ids; isNew: (slug: string) => boolean },
): Promise<void> {
  const { tx, at, municipalityId, planId, isDraft, isNew, outcome } = importing;
  const found = isNew ? [] : await tx.report.findMany({ where: { round: { planId } } });
  const stored = new Map(found.map((row) => [`${row.roundId} ${row.assignmentId}`, row]));
  const added = [];
  for (const { assignmentId, name, report } of given) {
    const { round } = report;
    if (round === undefined) throw new Error('A report without a round was not given one');
    const roundId = idOf(rounds.ids, round);
    const row = {
      progress: report.progress,
      note: report.note ?? null,
      evidence: report.evidence ?? null,
      confirmed: report.confirmed,
      onBehalfOf: report.onBehalfOf ?? null,
      origin: report.origin,
      submittedAt: report.submittedAt === undefined ? null : new Date(report.submittedAt),
    };
    const before = stored.get(`${roundId} ${assignmentId}`);
    const label = `${name} ${round}`;
    if (before) {
      outcome.differences.push(
        ...listDifferences('report', { name: label, row: { id: before.id, ...row } }, before, false),
      );
      continue;
    }
    if (!rounds.isNew(round) && !isDraft) {
      const { progress } = report;
      const said = { stored: null, given: progress, isReplaced: false };
      outcome.differences.push({ part: 'report', name: label, field: 'progress', ...said });
      continue;
    }
    added.push({ id: uuid7(), municipalityId, roundId, assignmentId, ...row });
  }
  await writeRows(tx, 'Report', added);
  await writeRows(
    tx,
    'ReportRevision',
    added.map(({ id, progress, note, evidence, confirmed, onBehalfOf, submittedAt }) => ({
      id: uuid7(),
      municipalityId,
      reportId: id,
      version: 1,
      progress,
      note,
      evidence,
      confirmed,
      onBehalfOf,
      // What a department said counts from the day it said it.
      createdAt: submittedAt ?? at,
    })),
  );
  countAdded(importing, 'report', added.length);
}
