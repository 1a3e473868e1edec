import { useEffect, useSyncExternalStore, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { announce } from '../../lib/announce.tsx';
import { Icon } from '../icon.tsx';
import styles from './toast.module.css';

type Toast = { text: string; link?: { href: string; text: string } };

let shown: Toast | null = null;
const listeners = new Set<() => void>();
const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

function set(toast: Toast | null) {
  shown = toast;
  for (const listener of listeners) listener();
}

/** Says that something is done, to those who look and those who listen. */
export function tell(text: string, link?: Toast['link']) {
  set(link ? { text, link } : { text });
  announce(link ? `${text} ${link.text}` : text);
}

/** Stays until it is closed, another takes its place or the page changes: nobody reads against a clock. */
export function Toaster(): ReactNode {
  const ui = useTranslations('ui');
  const toast = useSyncExternalStore(subscribe, () => shown);
  useEffect(() => () => set(null), []);
  if (!toast) return null;
  return (
    <div className={styles['toast']}>
      <Icon name="check" size={20} />
      <p>
        {toast.text} {toast.link && <a href={toast.link.href}>{toast.link.text}</a>}
      </p>
      <button type="button" aria-label={ui('close')} onClick={() => set(null)}>
        <Icon name="close" />
      </button>
    </div>
  );
}
