import { describe, expect, it } from 'vitest';
import { parseBlock } from './paste.ts';

describe('a block from a spreadsheet', () => {
  it.each([
    ['12', [['12']]],
    [
      '1\t2\r\n3\t4\r\n',
      [
        ['1', '2'],
        ['3', '4'],
      ],
    ],
    [
      '1\t2\n3\t4',
      [
        ['1', '2'],
        ['3', '4'],
      ],
    ],
    ['1\r2', [['1'], ['2']]],
    ['\t\n', [['', '']]],
    ['10,7 %\t2 050', [['10,7 %', '2 050']]],
    ['"kaksi\nriviä"\t5', [['kaksi\nriviä', '5']]],
    ['"sanoi ""hei"""\t5\r\n', [['sanoi "hei"', '5']]],
    // An unclosed quotation mark is part of the text.
    ['"kesken\t5', [['"kesken', '5']]],
    ['5"\t6', [['5"', '6']]],
    ['', []],
  ])('parses %j', (text, rows) => {
    expect(parseBlock(text)).toEqual(rows);
  });

  it('keeps an empty row in the middle, so that the rows below do not move', () => {
    expect(parseBlock('1\n\n3\n')).toEqual([['1'], [''], ['3']]);
  });
});
