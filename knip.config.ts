import type { KnipConfig } from 'knip';

export default {
  workspaces: {
    '.': {
      entry: ['scripts/*.{ts,mjs}', 'scripts/bench/{main,bare}.ts'],
      project: ['scripts/**/*.{ts,mjs}'],
      // Run by their paths, from scripts/steps.ts.
      ignoreDependencies: ['oxfmt', 'oxlint', 'oxlint-tsgolint', 'vitest'],
      ignoreBinaries: ['faketime'],
    },
    'apps/api': { entry: ['src/**/*-command.ts'], project: ['src/**/*.ts'] },
    // The font is named by the style sheet; `messages:` is made by message-bundles.ts.
    'apps/web': {
      project: ['src/**/*.{ts,tsx}', '*.ts'],
      ignoreDependencies: ['@fontsource-variable/inter', 'messages'],
    },
    // Loaded by the product's support in a process of its own.
    e2e: { entry: ['**/*.spec.ts', 'support/{product,load-large-plan}.ts'], project: ['**/*.ts'] },
    'packages/*': { project: ['src/**/*.ts'] },
    // What the client is generated from is read by Prisma, and the start of a server by a test of its end.
    prisma: {
      entry: ['{generate,draft,migrate}.ts', 'testing/*.ts'],
      project: ['**/*.ts', '!generated/**'],
      ignoreDependencies: ['@prisma/client', 'prisma'],
      ignoreBinaries: ['unshare'],
    },
  },
} satisfies KnipConfig;
