import { browser, check, conclude, statics, unit } from './steps.ts';

conclude([
  ...statics(),
  unit('Unit: shared', 'packages/shared'),
  unit('Unit: disclosure', 'packages/disclosure'),
  unit('Unit: web', 'apps/web'),
  unit('Database', 'prisma'),
  unit('API', 'apps/api'),
  check('Web build', '../../apps/web/node_modules/.bin/vite', ['build'], 'apps/web'),
  check('Budgets', 'size-limit', []),
  browser('Browser'),
]);
