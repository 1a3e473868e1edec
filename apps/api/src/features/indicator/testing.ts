import type { LightMyRequestResponse as Answer } from 'fastify';
import type { IndicatorDetail } from '@vointi/shared/indicator/read-contract.ts';
import type { Cell } from '@vointi/shared/indicator/manage-contract.ts';
import { kouvola, type TestApp } from '../../testing/test-app.ts';

export const municipality = '/api/v1/municipalities/kouvola';
type Headers = Record<string, string>;
type Method = 'POST' | 'PUT' | 'PATCH';

export const write = (
  { app }: TestApp,
  headers: Headers,
  method: Method,
  path: string,
  payload: object,
): Promise<Answer> => app.inject({ method, url: `${municipality}${path}`, headers, payload });

export const detailOf = async ({ app }: TestApp, id: string, headers: Headers = {}): Promise<IndicatorDetail> =>
  (await app.inject({ url: `${kouvola}/indicators/${id}`, headers })).json<IndicatorDetail>();

/** A cell of everybody in the municipality; version 0 by default. */
export const cell = (indicator: string, period: string, value: Cell['value'], more: Partial<Cell> = {}): Cell => ({
  indicator,
  period,
  ageGroup: null,
  sex: null,
  area: 'municipality',
  version: 0,
  value,
  ...more,
});
export const number = (value: number): Cell['value'] => ({ kind: 'number', value });
