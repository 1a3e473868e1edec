import { useEffect } from 'react';
import type { Move } from './rotation.ts';

/** Keys of the presenter: also what a clicker sends. Any other key pauses. */
const moves: Record<string, Move> = {
  ArrowRight: { do: 'step', steps: 1 },
  PageDown: { do: 'step', steps: 1 },
  ArrowLeft: { do: 'step', steps: -1 },
  PageUp: { do: 'step', steps: -1 },
  p: { do: 'togglePin' },
  P: { do: 'togglePin' },
};
/** Keys that are held for another, or the browser's and the system's own. */
const not =
  /^(Shift|Control|Alt|AltGraph|Meta|CapsLock|NumLock|Dead|Tab|F\d+|Audio\w+|Volume\w+|Power|Wake\w*|Unidentified)$/;

type Keys = {
  /** Whether a measure is open over the scene. */
  isOpen: boolean;
  move: (move: Move) => void;
  /** Moves what is chosen in the scene; false where there is nothing to choose. */
  choose: (by: 1 | -1) => boolean;
  /** Opens what is chosen. */
  open: () => boolean;
};

export function useKeys({ isOpen, move, choose, open }: Keys) {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || not.test(event.key)) return;
      event.preventDefault();
      if (isOpen) {
        // Whatever is pressed over an open measure leads back to the scene.
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
