import type { Plugin } from 'vite';

/** Removes the descriptions of filters from the bundle: only the API's documentation needs them. */
export const dropDescriptions = (): Plugin => ({
  name: 'drop-descriptions',
  apply: 'build',
  transform: {
    filter: { id: /\/shared\/src\/\w+\/[a-z]+-fields\.ts$/ },
    handler: (code) => ({ code: code.replaceAll(/\bdescription: (["'])(?:(?!\1).)*\1,?/g, ''), map: null }),
  },
});
