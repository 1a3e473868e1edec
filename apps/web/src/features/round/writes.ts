import type { Call, Result } from '@vointi/shared/http/route.ts';
import type { ManagedRound, Reopening, roundManageApi } from '@vointi/shared/round/manage-contract.ts';
import { send } from '../../lib/call.ts';

const base = '/api/v1/municipalities/:slug/rounds' as const;

type Body<K extends keyof typeof roundManageApi> =
  Call<(typeof roundManageApi)[K]> extends { body: infer B } ? B : never;
export type RoundBody = Body<'create'>;

export const create = (slug: string, year: number, body: RoundBody): Promise<ManagedRound> =>
  send<typeof roundManageApi.create>('/api/v1/municipalities/:slug/plans/:year/rounds', 'POST', {
    params: { slug, year: String(year) },
    body,
  });

export const update = (slug: string, roundId: string, body: Body<'update'>): Promise<ManagedRound> =>
  send<typeof roundManageApi.update>(`${base}/:roundId`, 'PATCH', { params: { slug, roundId }, body });

export const remove = (slug: string, { id }: Pick<ManagedRound, 'id'>) =>
  send<typeof roundManageApi.delete>(`${base}/:roundId`, 'DELETE', { params: { slug, roundId: id } });

type Versioned = Pick<ManagedRound, 'id' | 'version'>;

export const open = (slug: string, { id, version }: Versioned): Promise<ManagedRound> =>
  send<typeof roundManageApi.open>(`${base}/:roundId/open`, 'POST', {
    params: { slug, roundId: id },
    body: { version },
  });

export const close = (slug: string, { id, version }: Versioned): Promise<ManagedRound> =>
  send<typeof roundManageApi.close>(`${base}/:roundId/close`, 'POST', {
    params: { slug, roundId: id },
    body: { version },
  });

export const reopen = (slug: string, roundId: string, body: Body<'reopen'>): Promise<Reopening> =>
  send<typeof roundManageApi.reopen>(`${base}/:roundId/reopenings`, 'POST', { params: { slug, roundId }, body });

export const closeReopening = (slug: string, roundId: string, id: string): Promise<ManagedRound> =>
  send<typeof roundManageApi.closeReopening>(`${base}/:roundId/reopenings/:id/close`, 'POST', {
    params: { slug, roundId, id },
  });

export type Reminded = Result<typeof roundManageApi.remind>;

export const remind = (slug: string, roundId: string, departments: string[]): Promise<Reminded> =>
  send<typeof roundManageApi.remind>(`${base}/:roundId/reminders`, 'POST', {
    params: { slug, roundId },
    body: { departments },
  });
