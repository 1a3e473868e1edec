import type { PairingState } from '@vointi/shared/display/contract.ts';
import type { ServerClock } from './clock.ts';
import { claimPairing, createPairing } from './requests.ts';

type PairingOptions = {
  /** Called with the code to show; null while the service has not answered. */
  code: (code: string | null) => void;
  paired: () => void;
  clock: ServerClock;
};

const askEveryMs = 3000;

/** Shows a code until somebody confirms it, and a new one after it expires. */
export function followPairing({ code, paired, clock }: PairingOptions): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isStopped = false;
  let expiresAt = 0;
  let shownCode: string | null = null;

  const show = (next: string | null) => {
    if (next === shownCode) return;
    shownCode = next;
    code(next);
  };

  const take = (answer: PairingState) => {
    if (isStopped) return;
    if (answer.state === 'paired') return paired();
    if (answer.state === 'none') return show(null);
    clock.sync(answer.now);
    expiresAt = Date.parse(answer.expiresAt);
    show(answer.code);
  };

  const ask = async () => {
    try {
      take(await (shownCode === null ? createPairing() : claimPairing()));
    } catch {
      // An expired code is worse than none.
      if (shownCode !== null && clock.now() > expiresAt) show(null);
    }
    if (!isStopped) timer = setTimeout(() => void ask(), askEveryMs);
  };

  void ask();
  return () => {
    isStopped = true;
    clearTimeout(timer);
  };
}
