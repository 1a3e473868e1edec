import * as z from 'zod';
import { filterQuery } from '../filter/query.ts';
import { route } from '../http/route.ts';
import { shortName, slug, textOf } from '../text/contract.ts';
import { Board, PlanHead, planParams, TermMeasure } from './contract.ts';
import { getBoard, getTerm } from './endpoints.ts';
import { boardFields } from './filter-fields.ts';
import { maxLongName } from '../text/limits.ts';

/** Filters as they stand in an address: unknown keys are refused. */
export const boardFilterQuery = z.strictObject({
  ...filterQuery(boardFields),
  round: slug.optional().meta({ description: 'A closed round: the board as it was left.' }),
});

export const planApi = {
  board: route(getBoard, {
    can: 'plan:read',
    as: 'screen',
    tag: 'plan',
    summary: 'The board of a plan',
    description:
      'Goals, measures and the light of every department, with counts. Filters narrow the measures, the counts and the departments to those of these measures; a repeated filter accepts either value, different filters must all hold. A value that the plan does not know is refused with the known ones. With `round` it is the board as that closed round left it, which nothing done since changes. Without filters the answer has an ETag and may be revalidated.',
    params: planParams,
    query: boardFilterQuery,
    response: Board,
  }),
  term: route(getTerm, {
    can: 'plan:read',
    tag: 'plan',
    summary: 'The plan of the council term',
    description:
      'The rows of the four-year plan by goal. Each follows the annual measures of this year linked to it; one without any reads not_followed.',
    params: planParams,
    response: PlanHead.extend({
      goals: z.array(z.object({ slug, shortName, name: textOf(maxLongName), termMeasures: z.array(TermMeasure) })),
    }),
  }),
};
