export { measureWhere } from './where.ts';
