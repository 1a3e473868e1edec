const space = /[\t\n\r ]*/y;
const literal = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
/** JSON allows the control characters behind ASCII, not those before it. */
const plainText = /[^"\\\p{Cc}]*[\u007f-\u009f]*/uy;
const escape = /\\(?:["\\/bfnrt]|u[\dA-Fa-f]{4})/y;

const endOf = (pattern: RegExp, text: string, from: number): number => {
  pattern.lastIndex = from;
  return pattern.test(text) ? pattern.lastIndex : from;
};

/** From the opening quotation mark to behind the closing one, or to what is wrong in between. */
function endOfString(text: string, from: number): { at: number; isWrong: boolean } {
  let at = from + 1;
  for (;;) {
    const next = endOf(escape, text, endOf(plainText, text, at));
    if (text[next] === '"') return { at: next + 1, isWrong: false };
    if (next === at) return { at, isWrong: true };
    at = next;
  }
}

type Expected = 'value' | 'first value' | 'key' | 'first key' | 'colon' | 'end';

/** Where a text stops being JSON; null when it is. The engine's own message does not always say. */
export function jsonErrorAt(text: string): number | null {
  const open: ('{' | '[')[] = [];
  let expected = 'value' as Expected;
  let at = 0;
  for (;;) {
    at = endOf(space, text, at);
    const sign = text[at];
    const inside = open.at(-1);
    if (expected === 'end' && inside === undefined) return at === text.length ? null : at;
    if (expected === 'colon') {
      if (sign !== ':') return at;
      [expected, at] = ['value', at + 1];
    } else if (expected === 'end' && sign === ',') {
      [expected, at] = [inside === '{' ? 'key' : 'value', at + 1];
    } else if (
      sign === (inside === '{' ? '}' : ']') &&
      inside &&
      ['end', 'first key', 'first value'].includes(expected)
    ) {
      open.pop();
      [expected, at] = ['end', at + 1];
    } else if (expected === 'end') {
      return at;
    } else if (sign === '"') {
      const string = endOfString(text, at);
      if (string.isWrong) return string.at;
      [expected, at] = [expected === 'key' || expected === 'first key' ? 'colon' : 'end', string.at];
    } else if (expected === 'key' || expected === 'first key') {
      return at;
    } else if (sign === '{' || sign === '[') {
      open.push(sign);
      [expected, at] = [sign === '{' ? 'first key' : 'first value', at + 1];
    } else {
      const end = endOf(literal, text, at);
      if (end === at) return at;
      [expected, at] = ['end', end];
    }
  }
}

/** Line and column as an editor counts them, from one. */
export function placeOf(text: string, at: number): { line: number; column: number } {
  const lines = text.slice(0, at).split(/\r\n|\n|\r/);
  return { line: lines.length, column: [...(lines.at(-1) ?? '')].length + 1 };
}
