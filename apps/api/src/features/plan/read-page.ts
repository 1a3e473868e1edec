import type { Db } from '@vointi/db/client.ts';
import type { CachedBoard } from '../../platform/boards.ts';

const ofOne = /^\/(measures|goals|departments)\/([^/]{1,60})\/?$/;

/** Whether the web app has something to show at this part of a plan's address, after `/kouvola/2024`. */
export async function hasPage(db: Db, { planId, index: { board } }: CachedBoard, rest: string): Promise<boolean> {
  const [, noun, slug = ''] = ofOne.exec(rest) ?? [];
  if (noun === 'measures') {
    return board.goals.some(({ measures }) => measures.some((one) => one.code === slug || one.id === slug));
  }
  // A goal or a department without measures this year is not on the board, but has its page.
  if (noun === 'goals') {
    const isOnBoard = board.goals.some((goal) => goal.slug === slug);
    return (
      isOnBoard ||
      (await db.goal.count({ where: { slug, draftPlanId: null, councilTerm: { plans: { some: { id: planId } } } } })) >
        0
    );
  }
  if (noun === 'departments') {
    const isOnBoard = board.departments.some((department) => department.slug === slug);
    const municipality = { slug: board.municipality.slug };
    return isOnBoard || (await db.department.count({ where: { slug, municipality, draftPlanId: null } })) > 0;
  }
  return /^\/(term|findings|display|decisions)?\/?$/.test(rest);
}
