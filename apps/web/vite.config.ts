import { env } from 'node:process';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { buildId } from './build-id.ts';
import { cssRules } from './css-rules.ts';
import { displayPage } from './display-page.ts';
import { dropDescriptions } from './drop-descriptions.ts';
import { icu } from './icu.ts';
import { messageBundles } from './message-bundles.ts';
import { precompress } from './precompress.ts';
import { shellMessages } from './shell-messages.ts';

const api = `http://${env['HOST'] ?? '127.0.0.1'}:${env['PORT'] ?? '3000'}`;

/** Modules that both the application and the meeting-room screen, a separate page, load. */
const base = [
  /\/node_modules\/(?:react|react-dom|scheduler|use-intl|icu-minify|@formatjs)\//,
  /^\0/,
  /\/src\/(lib\/(call|format|intl|language|live|problem|session-renewal|hyphenate|storage|text)|ui\/(base|cx|hidden|tokens))\b/,
  /\/src\/domain\/measure\/(ages|glyphs|light|status|text)\b/,
  /\/shared\/src\/(text\/(text|helsinki)|measure\/(ages|progress|status)|round\/assessed-year|display\/(events|kind|reconnect))\b/,
];

/** Modules of the file that every page loads, with their imports; no library that only one page needs. */
const everyPage = [
  // Leaves out parts of the libraries that only lists and forms behind the sign-in use.
  /\/node_modules\/(?!.*(useBlocker|[iI]nfiniteQueryObserver|useInfiniteQuery|infiniteQueryOptions))(?:use-sync-external-store|@tanstack)\//,
  /\/src\/(main|app\/(?!pages\/)|lib|ui\/(?!form\/|detail\.))/,
  /\/src\/domain\/(paths|measure\/(change|legend\.|status-bar)|(municipality|plan)\/queries)/,
  /\/features\/municipality\/logo/,
  /\/features\/plan\/(board-search|views\/(goal-section|use-departments))/,
];

export default defineConfig({
  plugins: [
    cssRules(),
    dropDescriptions(),
    messageBundles(),
    icu(),
    react(),
    buildId(),
    displayPage(),
    shellMessages(),
    precompress(),
  ],
  server: { proxy: { '/api': api } },
  preview: { proxy: { '/api': api } },
  build: {
    outDir: 'dist',
    manifest: true,
    emptyOutDir: true,
    // Keeps light-dark() as written: its replacement for older browsers is twice as long.
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    // The content security policy rejects fonts and images in data: addresses.
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: ['index.html', 'display.html'],
      // Inlines endpoints, so that no page loads a chunk with the endpoints of another.
      optimization: { inlineConst: { mode: 'all' } },
      output: {
        codeSplitting: {
          // Modules of every page are one file, so that a first load takes few requests; each page adds one.
          groups: [
            { name: 'base', test: (id) => base.some((part) => part.test(id)) },
            // Formats figures for screens, pages and charts.
            { name: 'figure', test: /\/src\/domain\/indicator\/(value-text|use-value-texts)/ },
            // The scenes of a screen, which the preview in its settings also loads.
            { name: 'screen', test: /\/features\/display\/(?!manage)/ },
            { name: 'app', test: (id) => everyPage.some((part) => part.test(id)) },
            // Fields and dialogs outside forms, without the form library.
            {
              name: 'fields',
              // The rule of calendar days goes with them: with `form`, a page that checks days would load that library.
              test: /\/src\/ui\/form\/(confirm-dialog|dialog|field(?!-kinds)|form-context|form-notices|group|text)|\/shared\/src\/text\/calendar/,
            },
            // Short rules that forms and the reporting page share.
            { name: 'rules', test: /\/shared\/src\/(text\/calendar|indicator\/kind)/ },
            { name: 'form', test: /\/src\/ui\/form\/|\/react-hook-form\// },
            {
              name: 'admin',
              test: /\/src\/(domain\/admin|features\/(admin|audit|identity|user|department\/manage|municipality\/settings))\//,
            },
            // Small pages in one file: each file is one more name that the first page has to know. Last, so that what
            // they share with others is in the files above.
            {
              name: 'entrance',
              test: /\/features\/session\/(?:[a-z-]+-page|centered-layout|mailbox-note|use-return-to)/,
            },
            {
              name: 'pages',
              test: /\/(?:features|domain)\/(?:department|term)\/[a-z-]+-(?:page|view|rows?)|\/measure\/(?:department-names|measure-rows)/,
            },
            { name: 'site', test: /\/features\/site\/[a-z-]+-(?:page|form)/ },
          ],
        },
      },
    },
  },
});
