import { conclude, statics, unit } from './steps.ts';

conclude([
  ...statics(),
  unit('Unit: shared', 'packages/shared'),
  unit('Unit: disclosure', 'packages/disclosure'),
  unit('Unit: web', 'apps/web'),
]);
