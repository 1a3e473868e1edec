import { PlanFile } from '@vointi/shared/plan/interchange.ts';
import { bare } from '@vointi/shared/plan/check-schema.ts';
import * as z from 'zod';
import { expect, it } from 'vitest';
import { useDatabase } from '../../testing/plan-contents.ts';

const used = useDatabase();

type Fields = Record<string, string>;
/** Columns that a file does not carry, each with its reason; or the file's key where it has another name. */
const keys = {
  id: 'ids belong to an installation',
  version: 'counts the writes of an installation',
  municipalityId: 'the file is of one municipality',
  draftPlanId: 'says who sees a row, not what it is',
  order: 'the order of the list',
};
const at = (path: string) => `→ ${path}`;
const tables: Record<string, Fields> = {
  Municipality: {
    slug: at('municipality.slug'),
    code: at('municipality.code'),
    name: at('municipality.name'),
    isFictional: at('municipality.isFictional'),
    languages: 'a setting of the municipality, not of a plan',
    createdAt: 'the day on which an installation got it',
    boardAccess: 'a setting of the municipality, not of a plan',
    approvalStep: 'a setting of the municipality, not of a plan',
    statement: 'a setting of the municipality, not of a plan',
    feedbackEmail: 'a setting of the municipality, not of a plan',
  },
  CouncilTerm: { startYear: at('councilTerm.startYear'), endYear: at('councilTerm.endYear') },
  Plan: {
    councilTermId: at('councilTerm'),
    year: at('plan.year'),
    status: at('plan.status'),
    focus: at('plan.focus'),
    source: at('plan.source'),
    revision: 'counts the changes of an installation',
    updatedAt: 'the day of the last change in an installation',
  },
  Department: {
    slug: at('departments.slug'),
    kind: at('departments.kind'),
    name: at('departments.name'),
    shortName: at('departments.shortName'),
    aliases: at('departments.aliases'),
    successorId: at('departments.successor'),
    validFrom: at('departments.validFrom'),
    validTo: at('departments.validTo'),
    contact: 'never public, and a file may be',
  },
  IndicatorSet: { slug: at('indicatorSets.slug'), name: at('indicatorSets.name') },
  Indicator: {
    setId: at('indicators.set'),
    goneVersion: 'counts the writes of an installation',
    ...same('indicators', [
      ...['slug', 'name', 'kind', 'unit', 'decimals', 'direction', 'definition', 'source', 'sourceId', 'sourceUrl'],
      ...['licence', 'countsPeople', 'regionName'],
    ]),
  },
  IndicatorValue: {
    indicatorId: at('indicators'),
    kind: at('indicators.kind'),
    isMissing: at('indicators.values.missing'),
    ...same('indicators.values', [
      ...['period', 'ageGroup', 'sex', 'area', 'number', 'yesNo', 'milestone', 'trend', 'text', 'note', 'source'],
      ...['sourceId', 'licence', 'isUncertain'],
    ]),
  },
  IndicatorTarget: { indicatorId: at('indicators'), ...same('indicators.targets', ['period', 'number', 'milestone']) },
  IndicatorBreak: { indicatorId: at('indicators'), ...same('indicators.breaks', ['period', 'note']) },
  Goal: { councilTermId: at('councilTerm'), ...same('goals', ['slug', 'shortName', 'name']) },
  GoalIndicator: { goalId: at('goals'), indicatorId: at('goals.indicators') },
  TermMeasure: { goalId: at('goals.termMeasures'), ...same('goals.termMeasures', ['code', 'text', 'partiesText']) },
  TermIndicator: { termMeasureId: at('goals.termMeasures'), indicatorId: at('goals.termMeasures.indicators') },
  Measure: {
    planId: at('plan'),
    goalId: at('measures.goal'),
    termMeasureId: at('measures.termMeasure'),
    ...same('measures', ['code', 'ageGroup', 'title', 'officialText', 'isNew', 'recurrence']),
  },
  MeasureIndicator: { measureId: at('measures'), indicatorId: at('measures.indicators') },
  MeasureIndicatorSet: { measureId: at('measures'), indicatorSetId: at('measures.indicatorSets') },
  Assignment: { measureId: at('measures'), departmentId: at('measures.assignments.department') },
  Round: {
    planId: at('plan'),
    decisionDate: at('rounds.decision.date'),
    decisionSection: at('rounds.decision.section'),
    closedAt: 'the moment of a closing in the product',
    ...same('rounds', ['slug', 'name', 'periodAssessed', 'opensAt', 'closesAt', 'state']),
  },
  Report: {
    roundId: at('measures.assignments.reports.round'),
    assignmentId: at('measures.assignments'),
    authorId: 'people belong to an installation',
    ...same('measures.assignments.reports', [
      ...['progress', 'note', 'evidence', 'confirmed', 'onBehalfOf', 'origin', 'submittedAt'],
    ]),
  },
  Finding: { planId: at('plan'), ...same('findings', ['slug', 'tone', 'state', 'text', 'period', 'ageGroups']) },
  FindingIndicator: { findingId: at('findings'), indicatorId: at('findings.indicators') },
  FindingMeasure: { findingId: at('findings'), measureId: at('findings.measures') },
};

/** Tables that a file does not carry: they hang on an installation's people, and no load touches them. */
const outside =
  /^(_prisma_migrations|AuditEntry|MeasureDecision|Display|DisplayPairing|IdentityMapping|Membership|MunicipalityLogo|Notice|NoticeMail|OneTimeLink|Reminder|ReminderItem|Report(Revision|Draft|Comment|Visit)|Round(Snapshot|Reopening|Closing)|RateLimit|Session|SignInFlow|User|DemoMail)/;

function same(path: string, columns: string[]): Fields {
  return Object.fromEntries(columns.map((column) => [column, at(`${path}.${column}`)]));
}

it('carries every column of every table of a plan in a file, or says why not', async () => {
  const rows = await used.db.$queryRaw<{ table: string; column: string }[]>`
    select c.table_name as table, c.column_name as column
    from information_schema.columns c join pg_tables t on t.tablename = c.table_name and t.schemaname = c.table_schema
    where c.table_schema = 'public'`;
  const columns = new Map(
    [...Map.groupBy(rows, ({ table }) => table)].map(([table, list]) => [table, list.map(({ column }) => column)]),
  );
  const unknown = [...columns]
    .filter(([table]) => !outside.test(table))
    .flatMap(([table, list]) =>
      list
        .filter((column) => !(column in keys) && !(column in (tables[table] ?? {})))
        .map((column) => `${table}.${column}`),
    );
  expect(unknown).toEqual([]);
  const gone = Object.entries(tables).flatMap(([table, fields]) =>
    Object.keys(fields).filter((column) => !columns.get(table)?.includes(column)),
  );
  expect(gone).toEqual([]);
});

it('names keys that the format has', () => {
  const has = (path: string) => {
    let schema: z.ZodType | undefined = PlanFile;
    for (const key of path.split('.')) {
      const inner = bare(schema as z.ZodType);
      const object: z.ZodType = inner instanceof z.ZodArray ? bare(inner.element as z.ZodType) : inner;
      schema = object instanceof z.ZodObject ? (object.shape as Record<string, z.ZodType>)[key] : undefined;
      if (!schema) return false;
    }
    return true;
  };
  const paths = Object.values(tables).flatMap((fields) =>
    Object.values(fields).flatMap((value) => (value.startsWith('→ ') ? [value.slice(2)] : [])),
  );
  expect(paths.length).toBeGreaterThan(80);
  expect(paths.filter((path) => !has(path))).toEqual([]);
});
