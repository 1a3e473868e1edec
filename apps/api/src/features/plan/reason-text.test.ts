import type { Reason } from '@vointi/shared/plan/check-reasons.ts';
import { badFiles } from '@vointi/shared/plan/testing/bad-files.ts';
import { languages } from '@vointi/shared/text/text.ts';
import { describe, expect, it } from 'vitest';
import { readLocales } from '../../platform/messages.ts';
import { reasonText } from './reason-text.ts';

const reasonCodes = Object.keys(readLocales<{ reason: object }>('check-reason').fi.reason);

describe('reasons', () => {
  const outside: Reason[] = [
    { code: 'plan_exists', slug: 'x', year: 2026 },
    { code: 'assessed_needed', count: 1 },
    { code: 'assessed_needed', count: 83 },
    { code: 'lights_of_other_year', year: 2024, count: 83 },
    { code: 'round_open_already', round: 'kevat' },
    { code: 'draft_replaces' },
    { code: 'kind_differs', kind: 'number' },
    { code: 'code_taken', municipalityCode: '286', by: 'x' },
    { code: 'cannot_read' },
    { code: 'file_too_large', maxMegabytes: 20 },
    { code: 'not_utf8' },
    { code: 'not_json', line: 1, column: 2 },
  ];
  const all = [...badFiles.map(({ reason }) => reason), ...outside];

  it('are all tried', () => {
    expect(new Set(all.map(({ code }) => code))).toEqual(new Set(reasonCodes));
  });

  it.each(languages)('have a text in %s for every case', (language) => {
    for (const reason of all) expect(reasonText(reason, language)).not.toMatch(/undefined|null|\[object|^\s*$/);
  });

  it('differ from language to language', () => {
    for (const reason of all) {
      expect(new Set(languages.map((language) => reasonText(reason, language))).size).toBe(3);
    }
  });

  it('name what is allowed and what was probably meant', () => {
    const light: Reason = { code: 'not_allowed', value: 'green', allowed: ['not_started', 'in_progress', 'done'] };
    expect(reasonText(light, 'en')).toBe('"green" is not allowed; allowed: not_started, in_progress, done');
    expect(reasonText({ code: 'text_too_long', length: 93, max: 80 }, 'fi')).toBe(
      'teksti on liian pitkä: 93 merkkiä, enintään 80',
    );
    expect(
      reasonText({ code: 'unknown_reference', noun: 'department', value: 'kirjsto', closest: 'kirjasto' }, 'sv'),
    ).toBe('ansvarig ”kirjsto” finns inte i filen; menade du ”kirjasto”?');
  });
});
