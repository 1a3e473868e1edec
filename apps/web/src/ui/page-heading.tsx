import { useEffect, useLayoutEffect, useRef, type ComponentProps } from 'react';
import { announce } from '../lib/announce.tsx';
import { takeArrival } from '../lib/arrival.ts';

type Props = ComponentProps<'h1'> & {
  /** First part of the browser's title; the heading itself may say more. */
  title: string;
  /** What the page is about: "Kouvola 2024". */
  place?: string | undefined;
};

/** The page's one h1. It names the browser's tab, and takes the focus when the reader has come from another page. */
export function PageHeading({ title, place, ...rest }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  const whole = [title, place, 'Vointi'].filter(Boolean).join(' – ');
  useLayoutEffect(() => {
    document.title = whole;
  }, [whole]);
  useEffect(() => {
    if (!takeArrival()) return;
    heading.current?.focus({ preventScroll: true });
    announce(document.title);
  }, []);
  return <h1 ref={heading} tabIndex={-1} {...rest} />;
}
