export { refSelect, toRef } from './ref.ts';
