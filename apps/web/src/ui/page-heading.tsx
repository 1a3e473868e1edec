import { useEffect, useLayoutEffect, useRef, type ComponentProps } from 'react';
import { announce } from '../lib/announce.tsx';
import { takeNavigationFocus } from '../lib/navigation-focus.ts';

type Props = ComponentProps<'h1'> & {
  /** First part of the browser's title. */
  title: string;
  /** Second part of the title, such as "Kouvola 2024". */
  context?: string | undefined;
};

/** After going back, focus the link that was followed. */
function focusLinkTo(path: string): boolean {
  const link = document.querySelector<HTMLElement>(`main a[href="${CSS.escape(path)}"]`);
  link?.focus({ preventScroll: true });
  return link !== null && link === document.activeElement;
}

/** The page's h1. It sets the title and takes the focus after a navigation. */
export function PageHeading({ title, context, ...rest }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  const whole = [title, context, 'Vointi'].filter(Boolean).join(' – ');
  useLayoutEffect(() => {
    document.title = whole;
  }, [whole]);
  useEffect(() => {
    const focus = takeNavigationFocus();
    if (!focus) return;
    if (focus.backFrom === null || !focusLinkTo(focus.backFrom)) heading.current?.focus({ preventScroll: true });
    announce(document.title);
  }, []);
  return <h1 ref={heading} tabIndex={-1} {...rest} />;
}
