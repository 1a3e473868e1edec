/** Address of a measure's page. `code` is its code within the plan. */
export const measurePath = (municipality: string, year: number, code: string) =>
  `/${municipality}/${year}/measures/${code}`;
