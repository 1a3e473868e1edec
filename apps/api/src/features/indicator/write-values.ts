import type { Tx } from '@vointi/db/client.ts';
import type { FieldProblem, FieldReason } from '@vointi/shared/http/problem.ts';
import { maxValues } from '@vointi/shared/indicator/limits.ts';
import type { Cell, StoredCell } from '@vointi/shared/indicator/manage-contract.ts';
import { isCalendarDate } from '@vointi/shared/text/calendar.ts';
import { AppError, stale } from '../../platform/app-error.ts';
import type { Context } from '../../platform/context.ts';
import type { MunicipalityRequest } from '../../platform/municipality-request.ts';
import { type AuditEntry, mutate } from '../../platform/mutate.ts';
import {
  type Change,
  type Content,
  contentOf,
  countValues,
  hasContent,
  isUnchanged,
  keyOf,
  readStoredValues,
  readIndicatorsForWrite,
  type StoredValue,
  type IndicatorForWrite,
  writeChanges,
  valueWriteOptions,
} from './cell-rows.ts';
import { toValue } from './row.ts';

/** Writes all cells or none. @throws AppError invalid_request with each refused cell; conflict with the stored cells */
export const updateValues = (
  context: Context,
  request: MunicipalityRequest,
  cells: readonly Cell[],
): Promise<{ cells: StoredCell[] }> =>
  mutate(context, request, { ...valueWriteOptions, action: 'indicator.update_values' }, async (tx) => {
    const { municipalityId } = request;
    const known = await readIndicatorsForWrite(
      tx,
      municipalityId,
      cells.map(({ indicator }) => indicator),
    );
    assertFits(cells, known);
    const targets = cells.flatMap((cell) => {
      const indicator = known.get(cell.indicator);
      return indicator ? [{ cell, indicator }] : [];
    });
    const stored = await readStoredValues(
      tx,
      targets.map(({ cell, indicator }) => ({ ...cell, id: indicator.id })),
    );
    const planned = targets.map(({ cell, indicator }) => {
      const before = stored.get(keyOf(indicator.id, cell));
      return { cell, change: changeOf(cell, indicator, before) };
    });
    // A client that got no answer sends again: a cell that already has the content is not stale.
    const changed = planned.filter(({ change }) => !isUnchanged(change));
    const staleCells = changed.filter(({ cell, change }) => cell.version !== (change.stored?.version ?? 0));
    if (staleCells.length > 0)
      throw stale({ cells: staleCells.map(({ cell, change }) => toStored(cell, change.indicator, change.stored)) });
    const changes = changed.map(({ change }) => change);
    await assertRoom(tx, cells, changed);
    await writeChanges(tx, municipalityId, changes);
    const after = await readStoredValues(
      tx,
      targets.map(({ cell, indicator }) => ({ ...cell, id: indicator.id })),
    );
    const written = targets.map(({ cell, indicator }) =>
      toStored(cell, indicator, after.get(keyOf(indicator.id, cell))),
    );
    return {
      result: { cells: written },
      audit: changes.length > 0 ? auditOf(municipalityId, changes) : [],
      touched: changes.length > 0,
    };
  });

/** Absent metadata stays beside an unchanged value, and is cleared beside a new one. */
function changeOf(cell: Cell, indicator: IndicatorForWrite, before: StoredValue | undefined): Change {
  const { period, ageGroup, sex, area } = cell;
  const value = contentOf(cell.value);
  const stored = before && value && hasContent(before, value) ? before : undefined;
  const content: Content | undefined = value && {
    ...value,
    note: cell.note === undefined ? (stored?.note ?? null) : cell.note,
    source: cell.source === undefined ? (stored?.source ?? null) : cell.source,
    sourceId: cell.sourceId === undefined ? (stored?.sourceId ?? null) : cell.sourceId,
    licence: cell.licence === undefined ? (stored?.licence ?? null) : cell.licence,
    isUncertain: cell.isUncertain ?? stored?.isUncertain ?? false,
  };
  return { indicator, cellKey: { period, ageGroup, sex, area }, stored: before, content };
}

function toStored(cell: Cell, indicator: IndicatorForWrite, stored: StoredValue | undefined): StoredCell {
  const { period, ageGroup, sex, area } = cell;
  return { indicator: cell.indicator, period, ageGroup, sex, area, value: stored ? toValue(stored, indicator) : null };
}

const nameOf = ({ indicator, period, ageGroup, sex, area }: Cell): string =>
  [indicator, period ?? 'no period', ageGroup ?? 'all ages', sex ?? 'both', area].join(', ');

/** @throws AppError invalid_request with each cell that does not fit its indicator */
function assertFits(cells: readonly Cell[], known: ReadonlyMap<string, IndicatorForWrite>): void {
  const keys = new Set<string>();
  const problems = cells.flatMap((cell, index): FieldProblem[] => {
    const refuse = (key: string, reason: FieldReason) => [
      { path: `body.cells.${index}.${key}`, message: `${reason.replaceAll('_', ' ')}: ${nameOf(cell)}`, reason },
    ];
    const indicator = known.get(cell.indicator);
    if (!indicator) return refuse('indicator', 'indicator_unknown');
    const key = keyOf(indicator.id, cell);
    if (keys.has(key)) return refuse('period', 'twice');
    keys.add(key);
    const { value } = cell;
    if (value.kind === 'missing' || value.kind === 'none') return [];
    if (value.kind !== indicator.kind) return refuse('value', 'kind_wrong');
    if (value.kind === 'number' && Number(value.value.toFixed(indicator.decimals)) !== value.value) {
      return refuse('value', 'too_many_decimals');
    }
    if (value.kind === 'milestone' && !isCalendarDate(value.value)) return refuse('value', 'no_such_date');
    return [];
  });
  if (problems.length > 0) throw new AppError('invalid_request', problems);
}

/** @throws AppError invalid_request with each new cell of an indicator that would have too many values */
async function assertRoom(tx: Tx, cells: readonly Cell[], changed: readonly { cell: Cell; change: Change }[]) {
  const added = changed.filter(({ change }) => !change.stored);
  if (added.length === 0) return;
  const counts = await countValues(tx, [...new Set(added.map(({ change }) => change.indicator.id))]);
  for (const { change } of changed) {
    const { id } = change.indicator;
    counts.set(id, (counts.get(id) ?? 0) + (change.content ? 1 : 0) - (change.stored ? 1 : 0));
  }
  const problems = added
    .filter(({ change }) => (counts.get(change.indicator.id) ?? 0) > maxValues)
    .map(({ cell }): FieldProblem => {
      const reason = 'too_many_values';
      const message = `${maxValues} values at most: ${nameOf(cell)}`;
      return { path: `body.cells.${cells.indexOf(cell)}.value`, message, reason };
    });
  if (problems.length > 0) throw new AppError('invalid_request', problems);
}

function auditOf(municipalityId: string, changes: readonly Change[]): AuditEntry {
  const ids = [...new Set(changes.map(({ indicator }) => indicator.id))];
  const count = (test: (change: Change) => boolean) => changes.filter(test).length;
  return {
    subject: ids.length === 1 ? `indicator:${ids[0]}` : `municipality:${municipalityId}`,
    after: {
      indicators: ids.slice(0, 50),
      created: count(({ stored }) => !stored),
      changed: count(({ stored, content }) => stored !== undefined && content !== undefined),
      removed: count(({ content }) => content === undefined),
    },
  };
}
