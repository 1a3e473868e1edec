import { describe, expect, it } from 'vitest';
import { hyphenate } from './hyphenate.ts';

const withBars = (text: string) => hyphenate(text).replaceAll('\u00ad', '|');

describe('hyphenate', () => {
  it.each([
    ['varhaiskasvatussuunnitelma', 'varhais|kas|va|tus|suun|ni|telma'],
    ['Liikenneturvallisuustyöryhmä', 'Liiken|ne|tur|val|li|suus|työ|ryhmä'],
    ['työkyvyttömyyseläkkeiden', 'työky|vyt|tö|myys|eläk|keiden'],
    ['työttömyysasteeseenkin', 'työt|tö|myys|as|tee|seenkin'],
    ['lähisuhdeväkivallasta', 'lähi|suh|de|vä|ki|val|lasta'],
  ])('lets %s break between syllables', (word, expected) => {
    expect(withBars(word)).toBe(expected);
  });

  it('changes neither ordinary words nor figures nor the letters', () => {
    expect(hyphenate('Liikkuva koulu 2050')).toBe('Liikkuva koulu 2050');
    const long = 'Kouluterveydenhuoltosuunnitelma';
    expect(hyphenate(long).replaceAll('\u00ad', '')).toBe(long);
  });
});
