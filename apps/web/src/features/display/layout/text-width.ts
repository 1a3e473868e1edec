// Advance widths of Inter at weight 600, in hundredths of an em: the layout is computed without drawing.
const advances: readonly (readonly [number, string])[] = [
  [27, ' \u00a0ijlI’'],
  [33, '.,:;·'],
  [36, 't/()'],
  [41, 'fr1'],
  [48, '-–'],
  [56, 's"'],
  [58, 'akxzåäcJL§'],
  [60, 'evy57F'],
  [63, 'bdghnopquöE'],
  [65, '234689PRSZ0BT&'],
  [68, '+−K'],
  [72, 'XYD'],
  [75, 'ACGHUVÅÄ'],
  [78, 'NOQÖ'],
  [85, 'w→'],
  [92, 'mM'],
  [103, '%W'],
];
const known = new Map(
  advances.flatMap(([advance, letters]) => [...letters].map((letter) => [letter, advance] as const)),
);
const unknown = 75;
/** Factor for bold text, kerning and rounding, so that no line is longer than computed. */
const caution = 1.03;

/** Width of a text on one line, in its own font size. */
export function widthOf(text: string): number {
  let width = 0;
  for (const letter of text.replaceAll('\u00ad', '')) width += known.get(letter) ?? unknown;
  return (width / 100) * caution;
}

/** Number of lines of a text at a width in its own font size; a word longer than a line breaks. */
export function linesOf(text: string, width: number): number {
  const space = widthOf(' ');
  let lines = 1;
  let used = 0;
  for (const word of text.split(/[ \n]+/).filter(Boolean)) {
    const own = widthOf(word);
    if (used > 0 && used + space + own <= width) {
      used += space + own;
      continue;
    }
    if (used > 0) lines += 1;
    // A hyphenated word leaves part of each line unused.
    const whole = own > width ? Math.ceil(own / (width * 0.8)) : 1;
    lines += whole - 1;
    used = own > width ? width : own;
  }
  return lines;
}

/** The text, or as many of its words as fit into the lines, with an ellipsis. */
export function shorten(text: string, width: number, lines: number): string {
  if (linesOf(text, width) <= lines) return text;
  const words = text.split(' ');
  while (words.length > 1) {
    words.pop();
    const shorter = `${words.join(' ').replace(/[,;:.]$/, '')} …`;
    if (linesOf(shorter, width) <= lines) return shorter;
  }
  return words[0] ?? text;
}
