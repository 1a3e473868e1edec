import { useEffect } from 'react';
import type { Move } from './rotation.ts';

/** Keys of a presenter, as a clicker sends them. Any other key pauses or resumes. */
const moves: Record<string, Move> = {
  ArrowRight: { do: 'step', steps: 1 },
  PageDown: { do: 'step', steps: 1 },
  ArrowLeft: { do: 'step', steps: -1 },
  PageUp: { do: 'step', steps: -1 },
  p: { do: 'togglePin' },
  P: { do: 'togglePin' },
};
/** Modifier keys, and keys of the browser and the system. */
const not =
  /^(Shift|Control|Alt|AltGraph|Meta|CapsLock|NumLock|Dead|Tab|F\d+|Audio\w+|Volume\w+|Power|Wake\w*|Unidentified)$/;

type Keys = {
  /** Whether a measure is open over the scene. */
  isOpen: boolean;
  move: (move: Move) => void;
  /** Moves the selection in the scene; false: there is nothing to select. */
  choose: (by: 1 | -1) => boolean;
  /** Opens the selected measure; false: none is selected. */
  open: () => boolean;
};

export function useKeys({ isOpen, move, choose, open }: Keys) {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || not.test(event.key)) return;
      event.preventDefault();
      if (isOpen) {
        // Any key over an open measure closes it.
        move({ do: 'close' });
        return;
      }
      if (event.key === 'ArrowDown' && choose(1)) return;
      if (event.key === 'ArrowUp' && choose(-1)) return;
      if (event.key === 'Enter' && open()) return;
      if (event.key === 'Escape') move({ do: 'resume' });
      else move(moves[event.key] ?? { do: 'toggle' });
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [isOpen, move, choose, open]);
}
