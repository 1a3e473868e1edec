export { accessibilityPath } from './paths.ts';
