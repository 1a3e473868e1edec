import * as z from 'zod';
import { route } from '../http/route.ts';
import { Ages, BoardRound, Counts } from '../plan/contract.ts';
import { name, slug } from '../text/contract.ts';
import { listMunicipalities } from './endpoints.ts';

export const MunicipalityCard = z.object({
  slug,
  code: z.string().nullable(),
  name,
  isFictional: z.boolean(),
  /** Published plans, newest first. */
  plans: z.array(
    z.object({
      year: z.int(),
      counts: Counts,
      ages: Ages.nullable().meta({ description: 'Null when the plan has had no round.' }),
      round: BoardRound.nullable().meta({ description: 'The current round of the plan.' }),
      updatedAt: z.iso.datetime(),
    }),
  ),
});
export type MunicipalityCard = z.output<typeof MunicipalityCard>;

export const municipalityApi = {
  list: route(listMunicipalities, {
    can: 'plan:read',
    tag: 'municipality',
    summary: 'List municipalities',
    description:
      'Returns every municipality of this installation with a published plan, by name, with the counts of each plan; at most 400 (Finland has 308).',
    query: z.strictObject({}),
    response: z.object({ municipalities: z.array(MunicipalityCard).max(400) }),
  }),
};
