import { stringify } from 'csv-stringify/sync';

/** Marks text that a spreadsheet would read as a formula. */
export const asText = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);

/** Rows as a Finnish spreadsheet opens them: a byte order mark, semicolons, line ends of Windows. */
export const toCsv = (rows: readonly (readonly string[])[]): string =>
  stringify([...rows], { bom: true, delimiter: ';', record_delimiter: '\r\n' });
