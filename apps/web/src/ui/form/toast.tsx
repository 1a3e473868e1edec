import { useEffect, useSyncExternalStore, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { announce } from '../../lib/announce.tsx';
import { Icon } from '../icon.tsx';
import styles from './toast.module.css';

type Toast = { text: string; link?: { href: string; text: string } };

let current: Toast | null = null;
const listeners = new Set<() => void>();
const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

function set(toast: Toast | null) {
  current = toast;
  for (const listener of listeners) listener();
}

/** Shows that something is done, and announces it. */
export function showToast(text: string, link?: Toast['link']) {
  set(link ? { text, link } : { text });
  announce(link ? `${text} ${link.text}` : text);
}

/** Shows the toast until it is closed, replaced or the page changes. No timeout: people read at their own pace. */
export function Toaster(): ReactNode {
  const ui = useTranslations('ui');
  const toast = useSyncExternalStore(subscribe, () => current);
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
