import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { FastifyInstance } from 'fastify';
import { jsonSchemaTransform } from 'fastify-type-provider-zod';
import { withComponents } from './docs-components.ts';
import { exampleOf } from './docs-examples.ts';
import { namedSchemas } from './docs-schemas.ts';

const description = `Wellbeing plans of Finnish municipalities: goals, measures, and the light that each responsible department reports.

- A light belongs to an **assignment** (one measure × one department). The \`status\` of a measure is computed from its assignments: \`not_reported\` is not red, and \`mixed\` is neither the best nor the worst of them.
- Texts are \`{ fi, sv?, en? }\`: Finnish is always present.
- Errors are problem JSON with a \`code\`. For a refused value they give its path and the accepted values.
- Published plans are public and read-only; no key is needed. Other endpoints need a session cookie, and writes an \`Origin\` header of this site.`;

/** Hash of the style that Swagger UI's script writes into its page. Only this page allows it. */
const ownStyle = 'sha256-RL3ie0nH+Lzz2YNqQN83mnU0J1ot4QL7b99vMdIX99w=';

/** Serves the description of the API: /api/openapi.json, and Swagger UI at /api/docs. */
export async function registerDocs(app: FastifyInstance, publicUrl: string | undefined) {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Vointi', version: '1', description, license: { name: 'MIT' } },
      ...(publicUrl && { servers: [{ url: publicUrl }] }),
      tags: [
        { name: 'municipality', description: 'Municipalities and their plans' },
        { name: 'plan', description: 'The board of a year, and the plan of the council term' },
        { name: 'goal', description: 'Goals' },
        { name: 'measure', description: 'Measures of a year' },
        { name: 'department', description: 'Departments, working groups and partners that report on measures' },
        { name: 'finding', description: 'Positive and negative developments' },
        { name: 'indicator', description: 'Indicators with their values, targets and breaks; the catalogue and files' },
        { name: 'session', description: 'Signing in, and the user’s own account' },
        { name: 'user', description: 'Users of a municipality and their roles' },
        { name: 'identity', description: 'Mapping of an identity provider’s claims to roles' },
        { name: 'audit', description: 'The audit log' },
        { name: 'round', description: 'Reporting rounds and their snapshots' },
        { name: 'report', description: 'Reports of departments on their measures' },
        { name: 'display', description: 'Meeting-room screens, and the stream of changes' },
        { name: 'decision', description: 'Decisions of meetings on measures' },
        { name: 'mail', description: 'Mails of a demo installation' },
      ],
    },
    transform: (route) => {
      const { schema, url } = jsonSchemaTransform(route as Parameters<typeof jsonSchemaTransform>[0]);
      return { url, schema: exampleOf(schema) };
    },
    transformObject: (document) => {
      if (!('openapiObject' in document)) throw new Error('The API is described as OpenAPI only.');
      return withComponents(document.openapiObject, namedSchemas());
    },
  });
  app.get('/api/openapi.json', { schema: { hide: true } }, async (_request, reply) =>
    reply.header('cache-control', 'no-cache').send(app.swagger()),
  );
  await app.register(swaggerUi, {
    routePrefix: '/api/docs',
    transformSpecificationClone: false,
    transformStaticCSP: (policy) => policy.replace("style-src 'self'", `style-src 'self' '${ownStyle}'`),
    // The validator badge would send the address of this site to a third party.
    uiConfig: { validatorUrl: null, docExpansion: 'list', defaultModelsExpandDepth: 0 },
  });
}
