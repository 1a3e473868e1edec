import { isUuid } from '../../platform/uuid.ts';

/** A measure of a plan by its code or its id. */
export const measureWhere = (planId: string, id: string) => ({
  planId,
  ...(isUuid(id) ? { id } : { code: id }),
});
