import { adminPath } from '../../domain/paths.ts';
import type { Me } from '@vointi/shared/session/contract.ts';

const here = 'https://here.invalid';

/** A path on this site from an untrusted address; undefined for anything else. */
export function safePath(path: string | undefined): string | undefined {
  if (!path?.startsWith('/')) return undefined;
  try {
    const { origin, pathname, search, hash } = new URL(path, here);
    // `..` may resolve to `//elsewhere`.
    return origin === here && !pathname.startsWith('//') ? pathname + search + hash : undefined;
  } catch {
    return undefined;
  }
}

/** The first page after signing in, by the person's roles. */
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
