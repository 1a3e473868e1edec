import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect } from './test.ts';

/** What a theme alone can break: it changes colours and nothing else. */
const rulesOfColour = ['color-contrast', 'link-in-text-block'];

/**
 * Rule, and the elements that break it: what a failing test should say.
 * `of` limits the look to colours, for a page whose other theme was looked at as a whole.
 */
export async function violationsOf(page: Page, of: 'all' | 'colours' = 'all') {
  // Without frames of other origins nothing is gained by putting the results together on a page of their own,
  // and passes are only counted: both cost most of the time of a look.
  const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] });
  const { violations, passes } = await (of === 'all' ? axe : axe.withRules(rulesOfColour)).analyze();
  expect(passes.length, 'rules that found something to look at').toBeGreaterThan(of === 'all' ? 10 : 0);
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}
