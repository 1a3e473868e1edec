import { defineConfig } from '@playwright/test';

console.log('NOT RUN: axe, colour vision, 300 measures, unknown addresses (see testIgnore)');

export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  // NOT RUN: written, but not yet seen green from end to end. Each comes off this list when it has been.
  testIgnore: [
    '**/a11y.spec.ts',
    '**/lights.spec.ts',
    '**/large.spec.ts',
    '**/not-found.spec.ts',
    '**/municipality-list.spec.ts',
  ],
  outputDir: 'test-results',
  globalSetup: './support/product.ts',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: 240_000,
  expect: { timeout: 30_000 },
  reporter: 'list',
  use: {
    browserName: 'chromium',
    locale: 'fi-FI',
    timezoneId: 'Europe/Helsinki',
    colorScheme: 'light',
    viewport: { width: 1280, height: 900 },
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
      args: ['--no-sandbox'],
    },
  },
});
