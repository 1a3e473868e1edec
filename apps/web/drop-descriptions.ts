import type { Plugin } from 'vite';

/** Descriptions of filters are for the API's documentation: the browser does without them. */
export const dropDescriptions = (): Plugin => ({
  name: 'drop-descriptions',
  apply: 'build',
  transform: {
    filter: { id: /\/shared\/src\/\w+\/[a-z]+-fields\.ts$/ },
    handler: (code) => ({ code: code.replaceAll(/\bdescription: (["'])(?:(?!\1).)*\1,?/g, ''), map: null }),
  },
});
