/** Address of the page of the council term. */
export const termPath = (municipality: string, year: number) => `/${municipality}/${year}/term`;
