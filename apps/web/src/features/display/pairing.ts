import type { PairingState } from '@vointi/shared/display/contract.ts';
import type { ServerClock } from './clock.ts';
import { claimPairing, createPairing } from './requests.ts';

type Given = {
  /** The code to show; null while there is none: the service has not answered. */
  code: (code: string | null) => void;
  paired: () => void;
  clock: ServerClock;
};

const askEveryMs = 3000;

/** Shows a code, and a new one when it has expired, until somebody confirms it. */
export function followPairing({ code, paired, clock }: Given): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isStopped = false;
  let expiresAt = 0;
  let shown: string | null = null;

  const show = (next: string | null) => {
    if (next === shown) return;
    shown = next;
    code(next);
  };

  const take = (answer: PairingState) => {
    if (isStopped) return;
    if (answer.state === 'paired') return paired();
    if (answer.state === 'none') return show(null);
    clock.hear(answer.now);
    expiresAt = Date.parse(answer.expiresAt);
    show(answer.code);
  };

  const ask = async () => {
    try {
      take(await (shown === null ? createPairing() : claimPairing()));
    } catch {
      // A code that nobody can confirm any more is worse than none.
      if (shown !== null && clock.now() > expiresAt) show(null);
    }
    if (!isStopped) timer = setTimeout(() => void ask(), askEveryMs);
  };

  void ask();
  return () => {
    isStopped = true;
    clearTimeout(timer);
  };
}
