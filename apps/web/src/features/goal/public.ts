export { goalPath } from './paths.ts';
