/**
 * A block as a spreadsheet puts it on the clipboard: rows by line ends, cells by tabs. A cell with a tab, a line end or a
 * quotation mark in it stands in quotation marks, where two are one.
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
  // A spreadsheet ends its last row with a line end too: after it there is no row.
  if (cell !== '' || row.length > 0) endRow();
  return rows;
}

/** Where a quoted cell ends; null when it is not one: then the mark is only a mark. */
function closing(text: string, from: number): number | null {
  for (let at = from; at < text.length; at += 1) {
    if (text[at] !== '"') continue;
    if (text[at + 1] === '"') at += 1;
    else return at + 1 === text.length || /[\t\r\n]/.test(text[at + 1] ?? '') ? at : null;
  }
  return null;
}
