import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import fastify from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import { features } from './app.ts';
import type { Context } from './platform/context.ts';
import { registerDocs } from './platform/docs.ts';

export const openApiFile = resolve(import.meta.dirname, '../../../docs/api/openapi.json');

/** Returns the text of docs/api/openapi.json. Needs no database: endpoints are registered, not called. */
export async function openApiText(): Promise<string> {
  const app = fastify();
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  await registerDocs(app, undefined);
  await app.register(async (scope) => {
    for (const feature of features) feature(scope, {} as Context);
  });
  await app.ready();
  const text = `${JSON.stringify(app.swagger(), null, 2)}\n`;
  await app.close();
  return text;
}

if (import.meta.main) {
  mkdirSync(dirname(openApiFile), { recursive: true });
  writeFileSync(openApiFile, await openApiText());
}
