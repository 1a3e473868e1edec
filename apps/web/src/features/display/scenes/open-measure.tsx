import type { Board } from '@vointi/shared/plan/contract.ts';
import { useText } from '../../../lib/text.tsx';
import { Head } from './head.tsx';

export function OpenMeasure({ code, board }: { code: string; board: Board; reserved: number }) {
  const say = useText();
  const measure = board.goals.flatMap(({ measures }) => measures).find((one) => one.code === code);
  return <Head text={measure ? say(measure.title) : code} />;
}
