export { departmentPath } from './paths.ts';
