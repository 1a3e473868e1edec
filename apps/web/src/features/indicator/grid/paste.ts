/**
 * Parses a block from the clipboard of a spreadsheet: lines are rows, tabs separate cells. A cell that contains a tab, a
 * line end or a quotation mark is quoted, with its quotation marks doubled.
 */
export function parseBlock(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let at = 0;
  const endCell = () => {
    row.push(cell);
    cell = '';
  };
  const endRow = () => {
    endCell();
    rows.push(row);
    row = [];
  };
  const quoted = (): boolean => {
    const end = closing(text, at + 1);
    if (end === null) return false;
    cell = text.slice(at + 1, end).replaceAll('""', '"');
    at = end + 1;
    return true;
  };
  while (at < text.length) {
    const char = text[at];
    if (char === '"' && cell === '' && quoted()) continue;
    if (char === '\t') endCell();
    else if (char === '\n' || char === '\r') {
      if (char === '\r' && text[at + 1] === '\n') at += 1;
      endRow();
    } else cell += char;
    at += 1;
  }
  // The line end after the last row begins no row.
  if (cell !== '' || row.length > 0) endRow();
  return rows;
}

/** The index of the closing quotation mark; null when the cell is not quoted and the mark is part of the text. */
function closing(text: string, from: number): number | null {
  for (let at = from; at < text.length; at += 1) {
    if (text[at] !== '"') continue;
    if (text[at + 1] === '"') at += 1;
    else return at + 1 === text.length || /[\t\r\n]/.test(text[at + 1] ?? '') ? at : null;
  }
  return null;
}
