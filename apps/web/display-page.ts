import type { Plugin } from 'vite';

const addresses = /^\/(display|[a-z0-9-]+\/20\d\d\/display)\/?(\?|$)/;

/** In development too, the addresses of meeting-room screens have the page of their own. */
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
