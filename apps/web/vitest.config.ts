import { env } from 'node:process';
import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { icu } from './icu.ts';
import { messageBundles } from './message-bundles.ts';

const launchOptions = { executablePath: env['CHROMIUM'] ?? '/usr/bin/chromium', args: ['--no-sandbox'] };

/** Rules run in Node; components run in a real browser, each rendered alone. */
export default defineConfig({
  test: {
    projects: [
      { plugins: [messageBundles()], test: { name: 'rules', include: ['src/**/*.test.ts'], environment: 'node' } },
      {
        plugins: [messageBundles(), icu(), react()],
        // Names each library: one that Vite bundles during a test reloads the page, which then has two copies of React.
        optimizeDeps: {
          include: [
            'react',
            'react/jsx-runtime',
            'react/jsx-dev-runtime',
            'react-dom',
            'react-dom/client',
            'react-hook-form',
            'recharts',
            'use-intl',
            'use-intl/core',
            '@tanstack/react-query',
            '@tanstack/react-router',
            'vitest-browser-react',
            'zod',
          ],
        },
        test: {
          name: 'components',
          include: ['src/**/*.test.tsx'],
          setupFiles: ['src/testing/browser-setup.ts'],
          // A failing expectation waits this long.
          testTimeout: 8000,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions,
              contextOptions: { locale: 'fi-FI', timezoneId: 'Europe/Helsinki' },
            }),
            instances: [{ browser: 'chromium', viewport: { width: 1280, height: 900 } }],
          },
        },
      },
    ],
  },
});
