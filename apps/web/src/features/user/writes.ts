import type { UserRow } from '@vointi/shared/user/contract.ts';
import type { BodyOf } from '@vointi/shared/http/contracts.ts';
import {
  disableUser,
  enableUser,
  inviteUser,
  removeUser,
  resendInvitation,
  updateUser,
} from '@vointi/shared/user/endpoints.ts';
import { call } from '../../lib/call.ts';

export const invite = (slug: string, body: BodyOf<typeof inviteUser>): Promise<UserRow> =>
  call(inviteUser, { params: { slug }, body });

export const update = (slug: string, id: string, body: BodyOf<typeof updateUser>): Promise<UserRow> =>
  call(updateUser, { params: { slug, id }, body });

export const resend = (slug: string, { id }: UserRow): Promise<UserRow> =>
  call(resendInvitation, { params: { slug, id } });

type Versioned = Pick<UserRow, 'id' | 'version'>;

export const disable = (slug: string, { id, version }: Versioned): Promise<UserRow> =>
  call(disableUser, { params: { slug, id }, body: { version } });

export const enable = (slug: string, { id, version }: Versioned): Promise<UserRow> =>
  call(enableUser, { params: { slug, id }, body: { version } });

export const remove = (slug: string, { id, version }: Versioned): Promise<UserRow> =>
  call(removeUser, { params: { slug, id }, body: { version } });
