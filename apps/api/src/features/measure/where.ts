const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** A measure of a plan by its code or its id. */
export const measureWhere = (planId: string, id: string) => ({
  planId,
  ...(uuid.test(id) ? { id } : { code: id }),
});
