export type Part = { text: string; href?: string };

/** A mail's text with the addresses in it told apart; the stop at the end of a sentence is not of the address. */
export function partsOf(text: string): Part[] {
  const found = [...text.matchAll(/https?:\/\/[^\s<>"]*[^\s<>".,;:!?)]/g)];
  let end = 0;
  const parts: Part[] = [];
  for (const { 0: address, index } of found) {
    if (index > end) parts.push({ text: text.slice(end, index) });
    parts.push({ text: address, href: address });
    end = index + address.length;
  }
  if (end < text.length) parts.push({ text: text.slice(end) });
  return parts;
}
