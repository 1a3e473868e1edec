import { env } from 'node:process';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { icu } from './icu.ts';

const api = `http://${env['HOST'] ?? '127.0.0.1'}:${env['PORT'] ?? '3000'}`;

export default defineConfig({
  plugins: [icu(), react()],
  server: { proxy: { '/api': api } },
  preview: { proxy: { '/api': api } },
  build: {
    outDir: 'dist',
    manifest: true,
    emptyOutDir: true,
    // light-dark() as it is written: what older browsers would get in its place is twice as long.
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    // Fonts and images as data: addresses are refused by the content security policy.
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            // What every page needs, in one file: a first load is few requests.
            { name: 'app', test: /node_modules|\/src\/(main|app|ui|lib|http|text|measure)|\/features\/(\w+\/(public|paths|queries)|measure\/[\w-]+)\.|\0|preload-helper|rolldown/ },
          ],
        },
      },
    },
  },
});
