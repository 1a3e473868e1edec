/** What a file is, by its name, or by how it begins where the name does not tell. */
export function formatOf(name: string, text: string): 'csv' | 'json_stat' {
  if (/\.json$/i.test(name)) return 'json_stat';
  if (/\.(csv|tsv|txt)$/i.test(name)) return 'csv';
  return text.trimStart().startsWith('{') ? 'json_stat' : 'csv';
}
