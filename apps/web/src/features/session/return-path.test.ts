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
  ])('never %j', (path) => {
    expect(safePath(path)).toBeUndefined();
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
  const membership = (slug: string, roles: readonly string[], can: readonly string[] = []) =>
    ({ slug, name: { fi: slug }, roles, departments: [], can }) as never;

  it.each([
    ['/reporting', [membership('kouvola', ['reporter'], ['report:read'])]],
    ['/reporting', [membership('kouvola', ['admin'], ['user:manage']), membership('esimerkkila', ['approver'])]],
    ['/admin/kouvola/people', [membership('kouvola', ['admin'], ['user:manage'])]],
    ['/rounds/kouvola', [membership('kouvola', ['coordinator'], ['round:read', 'round:manage'])]],
    ['/kouvola', [membership('kouvola', ['leader'], ['report:read'])]],
    ['/', []],
  ])('%s', (home, municipalities) => {
    expect(homeOf({ municipalities })).toBe(home);
  });
});
