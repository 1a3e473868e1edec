import type { Plugin } from 'vite';

const addresses = /^\/(display|[a-z0-9-]+\/20\d\d\/display)\/?(\?|$)/;

/** Serves the screens' own page at their addresses in development, as the server does in production. */
export const displayPage = (): Plugin => ({
  name: 'vointi-display-page',
  apply: 'serve',
  configureServer({ middlewares }) {
    middlewares.use((request, _, next) => {
      if (addresses.test(request.url ?? '')) request.url = '/display.html';
      next();
    });
  },
});
