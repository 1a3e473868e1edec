import { adminPath } from '../../domain/paths.ts';
import type { Me } from '@vointi/shared/session/contract.ts';

const here = 'https://here.invalid';

/** A path of this site out of an address that anybody may have written; undefined for anything else. */
export function safePath(given: string | undefined): string | undefined {
  if (!given?.startsWith('/')) return undefined;
  try {
    const { origin, pathname, search, hash } = new URL(given, here);
    // Dots may have led to `//elsewhere`.
    return origin === here && !pathname.startsWith('//') ? pathname + search + hash : undefined;
  } catch {
    return undefined;
  }
}

/** Where a person wants to go after signing in: to report, to run rounds, to take care of people, or to the board. */
export function homeOf({ municipalities }: Pick<Me, 'municipalities'>): string {
  const reports = municipalities.some(({ roles }) => roles.includes('reporter') || roles.includes('approver'));
  if (reports) return '/reporting';
  const run = municipalities.find(({ can }) => can.includes('round:manage'));
  if (run) return adminPath(run.slug, 'rounds');
  const cared = municipalities.find(({ can }) => can.includes('user:manage'));
  if (cared) return adminPath(cared.slug, 'people');
  const [first] = municipalities;
  return first ? `/${first.slug}` : '/';
}
