import type { auditApi } from '../audit/contract.ts';
import type { decisionApi } from '../decision/contract.ts';
import type { departmentApi } from '../department/contract.ts';
import type { departmentManageApi } from '../department/manage-contract.ts';
import type { displayApi, screenApi } from '../display/contract.ts';
import type { findingApi } from '../finding/contract.ts';
import type { goalApi } from '../goal/contract.ts';
import type { identityApi } from '../identity/contract.ts';
import type { indicatorImportApi } from '../indicator/import-contract.ts';
import type { indicatorManageApi } from '../indicator/manage-contract.ts';
import type { indicatorApi } from '../indicator/read-contract.ts';
import type { mailboxApi } from '../mail/contract.ts';
import type { measureApi } from '../measure/contract.ts';
import type { municipalityApi } from '../municipality/contract.ts';
import type { settingsApi } from '../municipality/settings-contract.ts';
import type { planApi } from '../plan/read-contract.ts';
import type { reportApi } from '../report/contract.ts';
import type { reportWriteApi } from '../report/write-contract.ts';
import type { roundApi } from '../round/contract.ts';
import type { roundManageApi } from '../round/manage-contract.ts';
import type { sessionApi } from '../session/contract.ts';
import type { userApi } from '../user/contract.ts';
import type { Call, Result, Route } from './route.ts';

/** Every contract of the API. Types only: an import of this file loads nothing. */
type Apis =
  | typeof auditApi
  | typeof decisionApi
  | typeof departmentApi
  | typeof departmentManageApi
  | typeof screenApi
  | typeof displayApi
  | typeof findingApi
  | typeof goalApi
  | typeof identityApi
  | typeof indicatorImportApi
  | typeof indicatorManageApi
  | typeof indicatorApi
  | typeof mailboxApi
  | typeof measureApi
  | typeof municipalityApi
  | typeof settingsApi
  | typeof planApi
  | typeof reportApi
  | typeof reportWriteApi
  | typeof roundApi
  | typeof roundManageApi
  | typeof sessionApi
  | typeof userApi;

type RoutesOf<Api> = Api extends unknown ? Extract<Api[keyof Api], Route> : never;
type ByEndpoint = { [R in RoutesOf<Apis> as R['endpoint']]: R };

/** An endpoint with a contract. An endpoint without one cannot be called. */
export type KnownEndpoint = keyof ByEndpoint;

/** Input, body and result of an endpoint, by its contract: `ResultOf<typeof listUsers>`. */
export type InputOf<E extends KnownEndpoint> = Call<ByEndpoint[E]>;
export type BodyOf<E extends KnownEndpoint> = InputOf<E> extends { body: infer Body } ? Body : never;
export type ResultOf<E extends KnownEndpoint> = Result<ByEndpoint[E]>;
