import { Suspense } from 'react';
import { useMaybeMe } from '../../domain/session/queries.ts';
import { MeasurePage, type DecisionsProps } from '../../features/measure/measure-page.tsx';
import { signedInMessages } from '../../lib/messages.ts';

const MeasureDecisions = signedInMessages.part(
  async () => (await import('../../features/decision/measure-decisions.tsx')).MeasureDecisions,
);

/** Only staff of the municipality read decisions of meetings; the public page does not load them. */
function Decisions({ slug, year, code }: DecisionsProps) {
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

/** A measure with the decisions about it, which another feature draws. */
export const Page = () => <MeasurePage decisions={Decisions} />;
