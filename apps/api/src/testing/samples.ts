import fastify from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import type { Route } from '@vointi/shared/http/route.ts';
import { features } from '../app.ts';
import type { Context } from '../platform/context.ts';

/** Every contract that the app registers, so that a new endpoint is tested without a further list. */
export async function contractsOfApp(): Promise<Route[]> {
  const contracts: Route[] = [];
  const app = fastify({ exposeHeadRoutes: false });
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.addHook('onRoute', ({ config }) => {
    const { contract } = (config ?? {}) as { contract?: Route };
    if (contract) contracts.push(contract);
  });
  for (const feature of features) feature(app, {} as Context);
  await app.close();
  return contracts;
}

/** Path values that exist in the examples, by the name of the parameter. */
export const samples: Record<string, string> = {
  slug: 'kouvola',
  year: '2024',
  id: 'liikkuva-koulu',
  goal: 'osallisuus',
  department: 'nuorisopalvelut',
  'indicators.id': 'vakiluku',
};

/**
 * The path with its parameters filled: `:id` after `/users/` from `users.id` if there is one, else from `id`.
 * @throws when there is no value for one: add it to the samples
 */
export const pathOf = (contract: Route, values: Record<string, string> = samples): string =>
  contract.path.replaceAll(/(?<=\/([\w-]+)\/):(\w+)/g, (_, before: string, key: string) => {
    const value = values[`${before}.${key}`] ?? values[key];
    if (value === undefined) throw new Error(`No sample value for :${key} of ${contract.path}`);
    return encodeURIComponent(value);
  });

export const paramsOf = (contract: Route): string[] =>
  [...contract.path.matchAll(/:(\w+)/g)].map(([, key]) => key ?? '');
