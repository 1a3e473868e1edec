import { expect, test } from 'vitest';
import { originOf } from './origin.ts';

test('tells answers of a department, on its behalf and of a document apart', () => {
  expect(originOf('department', null)).toBe('department');
  expect(originOf('department', 'Seuran sihteeri')).toBe('on_behalf');
  expect(originOf('document', null)).toBe('document');
  expect(originOf('document', 'Seuran sihteeri')).toBe('document');
});
