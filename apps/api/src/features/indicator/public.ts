export { indicatorSelect, toIndicator } from './read.ts';
