import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { FastifyInstance } from 'fastify';
import { jsonSchemaTransform } from 'fastify-type-provider-zod';
import { withComponents } from './docs-components.ts';
import { exampleOf } from './docs-examples.ts';
import { namedSchemas } from './docs-schemas.ts';

const description = `Wellbeing plans of Finnish municipalities: goals, measures, and the light that each responsible department reports.

- A light belongs to an **assignment** (one measure × one department); a measure's \`status\` is computed from them. \`not_reported\` is not red, and \`mixed\` is never turned into the best or the worst.
- Texts are \`{ fi, sv?, en? }\`: Finnish is always there.
- Errors are problem JSON with a \`code\`; a refused value names its place and what would be accepted.
- What is about plans is public and read-only; nothing needs a key. The rest needs the cookie of a session, and a write an \`Origin\` of this site.`;

/** The one style that the library's script writes into the page: it alone is let in, there alone. */
const ownStyle = 'sha256-RL3ie0nH+Lzz2YNqQN83mnU0J1ot4QL7b99vMdIX99w=';

/** The API described from its contracts: /api/openapi.json, and /api/docs to read and try it. */
export async function registerDocs(app: FastifyInstance, publicUrl: string | undefined) {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Vointi', version: '1', description, license: { name: 'MIT' } },
      ...(publicUrl && { servers: [{ url: publicUrl }] }),
      tags: [
        { name: 'municipality', description: 'Municipalities and their plans' },
        { name: 'plan', description: 'The board of a year and the plan of the council term' },
        { name: 'goal', description: 'Goals' },
        { name: 'measure', description: 'Measures of a year' },
        { name: 'department', description: 'Whoever answers for measures' },
        { name: 'finding', description: 'Positive and negative developments' },
        { name: 'indicator', description: 'What is measured: values, targets and breaks, catalogue and files' },
        { name: 'session', description: 'Signing in and one’s own account' },
        { name: 'user', description: 'People of a municipality and their roles' },
        { name: 'identity', description: 'The map from an identity provider’s claims to roles' },
        { name: 'audit', description: 'Who did what' },
        { name: 'round', description: 'Reporting rounds, and what was frozen of them' },
        { name: 'report', description: 'What departments answer for' },
        { name: 'display', description: 'Meeting-room screens, and what changes as it changes' },
        { name: 'decision', description: 'What meetings decided of measures' },
        { name: 'mail', description: 'What a demo would have sent' },
      ],
    },
    transform: (given) => {
      const { schema, url } = jsonSchemaTransform(given as Parameters<typeof jsonSchemaTransform>[0]);
      return { url, schema: exampleOf(schema) };
    },
    transformObject: (given) => {
      if (!('openapiObject' in given)) throw new Error('The API is described as OpenAPI alone.');
      return withComponents(given.openapiObject, namedSchemas());
    },
  });
  app.get('/api/openapi.json', { schema: { hide: true } }, async (_request, reply) =>
    reply.header('cache-control', 'no-cache').send(app.swagger()),
  );
  await app.register(swaggerUi, {
    routePrefix: '/api/docs',
    transformSpecificationClone: false,
    transformStaticCSP: (policy) => policy.replace("style-src 'self'", `style-src 'self' '${ownStyle}'`),
    // The badge would tell a stranger's server which address is being read.
    uiConfig: { validatorUrl: null, docExpansion: 'list', defaultModelsExpandDepth: 0 },
  });
}
