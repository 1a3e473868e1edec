import { jsonSchemaTransform } from 'fastify-type-provider-zod';
import * as z from 'zod';
import * as audit from '@vointi/shared/audit/contract.ts';
import * as decision from '@vointi/shared/decision/contract.ts';
import * as department from '@vointi/shared/department/contract.ts';
import * as departmentManage from '@vointi/shared/department/manage-contract.ts';
import * as display from '@vointi/shared/display/contract.ts';
import * as displayPresenter from '@vointi/shared/display/presenter-contract.ts';
import * as finding from '@vointi/shared/finding/contract.ts';
import * as goal from '@vointi/shared/goal/contract.ts';
import * as httpCommon from '@vointi/shared/http/common-contract.ts';
import * as httpProblem from '@vointi/shared/http/problem-contract.ts';
import * as identity from '@vointi/shared/identity/contract.ts';
import * as indicator from '@vointi/shared/indicator/contract.ts';
import * as indicatorImport from '@vointi/shared/indicator/import-contract.ts';
import * as indicatorManage from '@vointi/shared/indicator/manage-contract.ts';
import * as indicatorRead from '@vointi/shared/indicator/read-contract.ts';
import * as indicatorTrend from '@vointi/shared/indicator/trend-contract.ts';
import * as mail from '@vointi/shared/mail/contract.ts';
import * as measure from '@vointi/shared/measure/contract.ts';
import * as municipality from '@vointi/shared/municipality/contract.ts';
import * as municipalitySettings from '@vointi/shared/municipality/settings-contract.ts';
import * as plan from '@vointi/shared/plan/contract.ts';
import * as planRead from '@vointi/shared/plan/read-contract.ts';
import * as report from '@vointi/shared/report/contract.ts';
import * as reportWrite from '@vointi/shared/report/write-contract.ts';
import * as round from '@vointi/shared/round/contract.ts';
import * as roundSnapshot from '@vointi/shared/round/snapshot-contract.ts';
import * as roundManage from '@vointi/shared/round/manage-contract.ts';
import * as session from '@vointi/shared/session/contract.ts';
import * as text from '@vointi/shared/text/contract.ts';
import * as user from '@vointi/shared/user/contract.ts';
import type { NamedSchema } from './docs-components.ts';

const contracts: readonly object[] = [
  audit,
  decision,
  department,
  departmentManage,
  display,
  displayPresenter,
  finding,
  goal,
  httpCommon,
  httpProblem,
  identity,
  indicator,
  indicatorImport,
  indicatorManage,
  indicatorRead,
  indicatorTrend,
  mail,
  measure,
  municipality,
  municipalitySettings,
  plan,
  planRead,
  report,
  reportWrite,
  round,
  roundSnapshot,
  roundManage,
  session,
  text,
  user,
];

/** @fastify/swagger writes a constant as an enum of one value. */
const withEnums = (schema: object): NamedSchema['output'] =>
  JSON.parse(JSON.stringify(schema), (_key, part: unknown) => {
    if (typeof part !== 'object' || part === null || !('const' in part)) return part;
    const { const: only, ...rest } = part;
    return { ...rest, enum: [only] };
  });

/** The request and response form of a schema, made by the same converter as the endpoints' schemas. */
function formsOf(schema: z.ZodType): Pick<NamedSchema, 'input' | 'output'> {
  const endpoint = { url: '/', route: {}, openapiObject: { openapi: '3.1.0' } };
  const transformed = jsonSchemaTransform({
    ...endpoint,
    schema: { body: schema, response: { 200: schema } },
  } as never);
  const { body, response } = transformed.schema as { body: object; response: { 200: object } };
  return { input: withEnums(body), output: withEnums(response[200]) };
}

/** Every schema that a contract exports with a capitalised name, and the localized texts by their length. */
export function namedSchemas(): NamedSchema[] {
  const exported = contracts
    .flatMap((contract) => Object.entries(contract))
    .filter((entry): entry is [string, z.ZodType] => /^[A-Z]/.test(entry[0]) && entry[1] instanceof z.ZodType);
  const texts = [...text.localizedTexts].map(([max, schema]) => [`LocalizedText${max}`, schema] as const);
  return [...exported, ...texts].map(([name, schema]) => ({ name, ...formsOf(schema) }));
}
