/** A number as pages show it, without spaces: what is drawn, written in the table and downloaded are the same digits. */
export const digitsOf = (value: number, decimals: number, separator: string): string => {
  const fixed = value.toFixed(decimals);
  return (Number(fixed) === 0 ? fixed.replace('-', '') : fixed).replace('.', separator);
};

/** The same as a number. */
export const roundTo = (value: number, decimals: number): number => Number(value.toFixed(decimals)) + 0;
