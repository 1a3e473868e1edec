import { visit } from 'jsonc-parser';

/** The part of a string that is JSON, from its opening quotation mark. */
const soundString = /"(?:[^"\\\p{Cc}]+|[\u007f-\u009f]+|\\(?:["\\/bfnrt]|u[\dA-Fa-f]{4}))*/uy;

class Found extends Error {
  readonly at: number;
  constructor(at: number) {
    super();
    this.at = at;
  }
}

/** Where a text stops being JSON; null when it is. The engine's own message does not always say. */
export function jsonErrorAt(text: string): number | null {
  // The library names the token; in a string that does not end well it is a sign within it that is wrong.
  const onError = (_code: number, offset: number) => {
    soundString.lastIndex = offset;
    const isBroken = soundString.test(text) && text[soundString.lastIndex] !== '"';
    throw new Found(isBroken ? soundString.lastIndex : offset);
  };
  try {
    visit(text, { onError }, { disallowComments: true });
    return null;
  } catch (error) {
    if (error instanceof Found) return error.at;
    // Nested too deep for the library.
    if (error instanceof RangeError) return text.length;
    throw error;
  }
}

/** Line and column as an editor counts them, from one. */
export function placeOf(text: string, at: number): { line: number; column: number } {
  const lines = text.slice(0, at).split(/\r\n|\n|\r/);
  return { line: lines.length, column: [...(lines.at(-1) ?? '')].length + 1 };
}
