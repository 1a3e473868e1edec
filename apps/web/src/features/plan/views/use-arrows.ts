import { useCallback, type KeyboardEvent, type RefObject } from 'react';

type Box = { left: number; top: number; element: HTMLElement };

/** The nearest link in the row above or below. */
function acrossRows(boxes: readonly Box[], from: Box, direction: 1 | -1): Box | undefined {
  const beyond = boxes.filter(({ top }) => (direction === 1 ? top > from.top + 2 : top < from.top - 2));
  const row = direction === 1 ? Math.min(...beyond.map(({ top }) => top)) : Math.max(...beyond.map(({ top }) => top));
  return beyond
    .filter(({ top }) => Math.abs(top - row) <= 2)
    .toSorted((one, other) => Math.abs(one.left - from.left) - Math.abs(other.left - from.left))[0];
}

/** Moves between links by the arrow keys, so that 300 lights take one press of Tab (roving tabindex). */
export function useArrows(region: RefObject<HTMLElement | null>) {
  return useCallback(
    (event: KeyboardEvent) => {
      const links = [...(region.current?.querySelectorAll<HTMLElement>('a[data-code]') ?? [])];
      const boxes = links.map((element) => {
        const { left, top } = element.getBoundingClientRect();
        return { left, top, element };
      });
      const index = links.indexOf(event.target as HTMLElement);
      const from = boxes[index];
      if (!from) return;
      const next: Record<string, Box | undefined> = {
        ArrowRight: boxes[index + 1],
        ArrowLeft: boxes[index - 1],
        ArrowDown: acrossRows(boxes, from, 1),
        ArrowUp: acrossRows(boxes, from, -1),
        Home: boxes[0],
        End: boxes.at(-1),
      };
      if (!(event.key in next)) return;
      event.preventDefault();
      const target = next[event.key]?.element;
      if (!target) return;
      for (const link of links) link.tabIndex = link === target ? 0 : -1;
      target.focus();
    },
    [region],
  );
}
