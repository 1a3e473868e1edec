/** Address of a department's page. */
export const departmentPath = (municipality: string, year: number, department: string) =>
  `/${municipality}/${year}/departments/${department}`;
