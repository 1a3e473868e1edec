/** department: of the city; working_group: across departments; partner: outside the city; collective: "Kaikki toimialat". */
export const departmentKinds = ['department', 'working_group', 'partner', 'collective'] as const;
