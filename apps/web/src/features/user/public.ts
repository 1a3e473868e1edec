export { everybodyQuery } from './queries.ts';
