import type { Permission } from '@vointi/shared/access/permissions.ts';
import type { AdminPageName } from '../paths.ts';

/** Pages of administration in menu order, each with the permission that it needs. */
export const adminPages: readonly { page: AdminPageName; can: Permission }[] = [
  { page: 'rounds', can: 'round:read' },
  { page: 'people', can: 'user:read' },
  { page: 'departments', can: 'department:read' },
  { page: 'displays', can: 'display:read' },
  { page: 'indicators', can: 'indicator:manage' },
  { page: 'findings', can: 'finding:manage' },
  { page: 'settings', can: 'municipality:manage' },
  { page: 'identity', can: 'identity:manage' },
  { page: 'audit', can: 'audit:read' },
];

/** The pages that a person with these permissions may open. */
export const openPages = (can: readonly Permission[]): AdminPageName[] =>
  adminPages.filter((one) => can.includes(one.can)).map(({ page }) => page);
