export type Part = { text: string; href?: string };

/** Splits the text of a mail into text and links; a full stop after an address is not part of it. */
export function partsOf(text: string): Part[] {
  const links = [...text.matchAll(/https?:\/\/[^\s<>"]*[^\s<>".,;:!?)]/g)];
  let end = 0;
  const parts: Part[] = [];
  for (const { 0: address, index } of links) {
    if (index > end) parts.push({ text: text.slice(end, index) });
    parts.push({ text: address, href: address });
    end = index + address.length;
  }
  if (end < text.length) parts.push({ text: text.slice(end) });
  return parts;
}
