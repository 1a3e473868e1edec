import type { ManagedRound, Reopening } from '@vointi/shared/round/manage-contract.ts';
import type { BodyOf, ResultOf } from '@vointi/shared/http/contracts.ts';
import * as endpoints from '@vointi/shared/round/endpoints.ts';
import { call } from '../../lib/call.ts';

export type RoundBody = BodyOf<typeof endpoints.createRound>;

export const create = (slug: string, year: number, body: RoundBody): Promise<ManagedRound> =>
  call(endpoints.createRound, {
    params: { slug, year: String(year) },
    body,
  });

export const update = (
  slug: string,
  roundId: string,
  body: BodyOf<typeof endpoints.updateRound>,
): Promise<ManagedRound> => call(endpoints.updateRound, { params: { slug, roundId }, body });

export const remove = (slug: string, { id }: Pick<ManagedRound, 'id'>) =>
  call(endpoints.deleteRound, { params: { slug, roundId: id } });

type Versioned = Pick<ManagedRound, 'id' | 'version'>;

export const open = (slug: string, { id, version }: Versioned): Promise<ManagedRound> =>
  call(endpoints.openRound, {
    params: { slug, roundId: id },
    body: { version },
  });

export const close = (slug: string, { id, version }: Versioned): Promise<ManagedRound> =>
  call(endpoints.closeRound, {
    params: { slug, roundId: id },
    body: { version },
  });

export const reopen = (slug: string, roundId: string, body: BodyOf<typeof endpoints.reopenRound>): Promise<Reopening> =>
  call(endpoints.reopenRound, { params: { slug, roundId }, body });

export const closeReopening = (slug: string, roundId: string, id: string): Promise<ManagedRound> =>
  call(endpoints.closeReopening, {
    params: { slug, roundId, id },
  });

export type Reminded = ResultOf<typeof endpoints.remindDepartments>;

export const remind = (slug: string, roundId: string, departments: string[]): Promise<Reminded> =>
  call(endpoints.remindDepartments, {
    params: { slug, roundId },
    body: { departments },
  });
