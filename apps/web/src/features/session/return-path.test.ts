import { describe, expect, it } from 'vitest';
import { signInPath } from '../../lib/sign-in-path.ts';
import { homeOf, safePath } from './return-path.ts';

describe('safePath', () => {
  it.each(['/reporting', '/kouvola/2024?goal=osallisuus&view=table', '/admin/kouvola/people#top'])('%s', (path) => {
    expect(safePath(path)).toBe(path);
  });

  it.each([
    'https://elsewhere.example/',
    '//elsewhere.example',
    '/\\elsewhere.example',
    '/\t/elsewhere.example',
    'reporting',
    'javascript:alert(1)',
    '',
    undefined,
  ])('never %j', (given) => {
    expect(safePath(given)).toBeUndefined();
  });

  it('refuses a path whose dots lead to another site', () => {
    expect(safePath('/a/..//elsewhere.example')).toBeUndefined();
  });

  it('keeps path, search and hash', () => {
    expect(signInPath('/kouvola/2024?goal=a&goal=b')).toBe('/sign-in?to=%2Fkouvola%2F2024%3Fgoal%3Da%26goal%3Db');
    expect(signInPath('/')).toBe('/sign-in');
  });
});

describe('home', () => {
  const standing = (slug: string, roles: readonly string[], can: readonly string[] = []) =>
    ({ slug, name: { fi: slug }, roles, departments: [], can }) as never;

  it.each([
    ['/reporting', [standing('kouvola', ['reporter'], ['report:read'])]],
    ['/reporting', [standing('kouvola', ['admin'], ['user:manage']), standing('esimerkkila', ['approver'])]],
    ['/admin/kouvola/people', [standing('kouvola', ['admin'], ['user:manage'])]],
    ['/rounds/kouvola', [standing('kouvola', ['coordinator'], ['round:read', 'round:manage'])]],
    ['/kouvola', [standing('kouvola', ['leader'], ['report:read'])]],
    ['/', []],
  ])('%s', (home, municipalities) => {
    expect(homeOf({ municipalities })).toBe(home);
  });
});
