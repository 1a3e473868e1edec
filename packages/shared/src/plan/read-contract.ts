import * as z from 'zod';
import { filterQuery } from '../filter/query.ts';
import { route } from '../http/route.ts';
import { shortName, slug, textOf } from '../text/contract.ts';
import { languages } from '../text/text.ts';
import { Board, PlanHead, planParams, TermMeasure } from './contract.ts';
import { exportBoardCsv, getBoard, getTerm } from './endpoints.ts';
import { boardFields } from './filter-fields.ts';
import { maxLongName } from '../text/limits.ts';

/** Filters as query parameters. Unknown keys are rejected. */
export const boardFilterQuery = z.strictObject({
  ...filterQuery(boardFields),
  round: slug.optional().meta({ description: 'The slug of a closed round: returns its snapshot of the board.' }),
});

export const planApi = {
  board: route(getBoard, {
    can: 'plan:read',
    as: 'screen',
    tag: 'plan',
    summary: 'Get the board of a plan',
    description:
      'Returns goals, measures and the light of every department, with counts. Filters limit the measures, and the counts and departments to those of these measures. A repeated filter matches any of its values; different filters must all match. An unknown value is refused, and the error lists the known ones. With `round` the response is the snapshot of that closed round, which later changes do not affect. Without filters the response has an ETag.',
    params: planParams,
    query: boardFilterQuery,
    response: Board,
  }),
  exportCsv: route(exportBoardCsv, {
    can: 'plan:read',
    tag: 'plan',
    summary: 'Export the board as CSV',
    description:
      'Returns one row for each department of each measure: its light in words, the round, day and origin of the light, and whether it is of an earlier round. The first row says how many have answered. UTF-8 with a byte order mark, semicolons. Takes the filters and `round` of the board.',
    params: planParams,
    query: boardFilterQuery.extend({ lang: z.exactOptional(z.enum(languages)) }),
    response: z.string(),
    produces: 'text/csv',
  }),
  term: route(getTerm, {
    can: 'plan:read',
    tag: 'plan',
    summary: 'Get the plan of the council term',
    description:
      'Returns the rows of the four-year plan by goal. The status of a row is computed from the year’s measures that are linked to it; without one it is not_followed.',
    params: planParams,
    response: PlanHead.extend({
      goals: z.array(z.object({ slug, shortName, name: textOf(maxLongName), termMeasures: z.array(TermMeasure) })),
    }),
  }),
};
