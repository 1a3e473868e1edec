import { describe, expect, it } from 'vitest';
import { soften } from './soft.ts';

const shown = (text: string) => soften(text).replaceAll('\u00ad', '|');

describe('soft hyphens', () => {
  it.each([
    ['varhaiskasvatussuunnitelma', 'varhais|kas|va|tus|suun|ni|telma'],
    ['Liikenneturvallisuustyöryhmä', 'Liiken|ne|tur|val|li|suus|työ|ryhmä'],
    ['työkyvyttömyyseläkkeiden', 'työky|vyt|tö|myys|eläk|keiden'],
    ['työttömyysasteeseenkin', 'työt|tö|myys|as|tee|seenkin'],
    ['lähisuhdeväkivallasta', 'lähi|suh|de|vä|ki|val|lasta'],
  ])('%s may break between syllables', (word, expected) => {
    expect(shown(word)).toBe(expected);
  });

  it('leave ordinary words, figures and the text itself alone', () => {
    expect(soften('Liikkuva koulu 2050')).toBe('Liikkuva koulu 2050');
    const long = 'Kouluterveydenhuoltosuunnitelma';
    expect(soften(long).replaceAll('\u00ad', '')).toBe(long);
  });
});
