import { Suspense } from 'react';
import { staffPart } from '../../../lib/staff-words.tsx';
import { useMaybeMe } from '../../session/public.ts';

const MeasureDecisions = staffPart(async () => (await import('../../decision/measure-decisions.tsx')).MeasureDecisions);

type Props = { slug: string; year: number; code: string };

/** Decisions of meetings are for the people of the municipality: the public page loads nothing of them. */
export function Decisions({ slug, year, code }: Props) {
  const me = useMaybeMe();
  const mayRead = me?.municipalities.some((one) => one.slug === slug && one.can.includes('decision:read')) ?? false;
  return (
    mayRead && (
      <Suspense>
        <MeasureDecisions slug={slug} year={String(year)} code={code} />
      </Suspense>
    )
  );
}
