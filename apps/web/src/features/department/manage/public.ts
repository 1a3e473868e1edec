export { departmentsQuery } from './queries.ts';
