/** Address of a goal's page. */
export const goalPath = (municipality: string, year: number, goal: string) => `/${municipality}/${year}/goals/${goal}`;
