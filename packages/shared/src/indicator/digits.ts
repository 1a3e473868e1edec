/** Digits of a number without spaces, the same in charts, tables and files. */
export const digitsOf = (value: number, decimals: number, separator: string): string => {
  const fixed = value.toFixed(decimals);
  return (Number(fixed) === 0 ? fixed.replace('-', '') : fixed).replace('.', separator);
};

/** The same as a number. */
export const roundTo = (value: number, decimals: number): number => Number(value.toFixed(decimals)) + 0;
