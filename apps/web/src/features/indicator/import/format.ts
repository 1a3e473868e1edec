/** The format of a file by its extension, or by its first character when the extension does not tell. */
export function formatOf(name: string, text: string): 'csv' | 'json_stat' {
  if (/\.json$/i.test(name)) return 'json_stat';
  if (/\.(csv|tsv|txt)$/i.test(name)) return 'csv';
  return text.trimStart().startsWith('{') ? 'json_stat' : 'csv';
}
