/** A moment as contracts write it: for statements in which PostgreSQL writes the JSON itself. */
export const instant = (column: string): string =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
