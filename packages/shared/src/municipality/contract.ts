import * as z from 'zod';
import { route } from '../http/route.ts';
import { Counts } from '../plan/contract.ts';
import { name, slug } from '../text/contract.ts';
import { listMunicipalities } from './endpoints.ts';

export const MunicipalityCard = z.object({
  slug,
  code: z.string().nullable(),
  name,
  isFictional: z.boolean(),
  /** Published plans, newest first. */
  plans: z.array(z.object({ year: z.int(), counts: Counts, updatedAt: z.iso.datetime() })),
});
export type MunicipalityCard = z.output<typeof MunicipalityCard>;

export const municipalityApi = {
  list: route(listMunicipalities, {
    can: 'plan:read',
    tag: 'municipality',
    summary: 'Municipalities and their published plans',
    description:
      'Every municipality of this installation that has a published plan, by name, with the counts of each plan. At most 400 are returned: Finland has 308.',
    query: z.strictObject({}),
    response: z.object({ municipalities: z.array(MunicipalityCard).max(400) }),
  }),
};
