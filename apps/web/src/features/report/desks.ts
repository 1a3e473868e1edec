import type { Desk } from '@vointi/shared/report/contract.ts';
import { byUrgency } from './order.ts';

export type { Desk };

type Asked = { department?: readonly string[]; municipality?: readonly string[] };
export type Wanted = { department?: string; municipality?: string };

/** Whose form the address asks for. */
export const wantedOf = ({ department, municipality }: Asked): Wanted => ({
  ...(department?.[0] && { department: department[0] }),
  ...(municipality?.[0] && { municipality: municipality[0] }),
});

/** A desk in the page: departments of two municipalities may have one name. */
export const deskKey = ({ municipality, department }: Pick<Desk, 'municipality' | 'department'>) =>
  `${municipality.slug}/${department.slug}`;

export const deskPath = ({ municipality, department }: Pick<Desk, 'municipality' | 'department'>) =>
  `/reporting?department=${department.slug}&municipality=${municipality.slug}`;

const isWanted = ({ municipality, department }: Desk, wanted: Wanted) =>
  (wanted.department === undefined || wanted.department === department.slug) &&
  (wanted.municipality === undefined || wanted.municipality === municipality.slug);

/** The one that was asked for, else the one with most left to answer; one without a row is the last resort. */
export function chooseDesk(desks: readonly Desk[], wanted: Wanted): Desk | undefined {
  const asked = wanted.department !== undefined || wanted.municipality !== undefined;
  const found = asked ? desks.filter((desk) => isWanted(desk, wanted)) : desks;
  return (found.length > 0 ? found : desks).toSorted(byUrgency)[0];
}
