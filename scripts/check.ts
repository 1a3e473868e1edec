import { conclude, statics, unit } from './steps.ts';

conclude([...statics(), unit('Unit: shared', 'packages/shared'), unit('Unit: web', 'apps/web')]);
