import { useId, useLayoutEffect, useRef, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { cx } from '../cx.ts';
import { Icon } from '../icon.tsx';
import styles from './dialog.module.css';

type Props = {
  title: string;
  /** Escape and the cross ask for it; whoever shows the dialog takes it away. */
  onClose: () => void;
  isWide?: boolean;
  children: ReactNode;
};

const focusHeading = () => document.querySelector<HTMLElement>('h1')?.focus();

/** A list that is renewed may take away the row whose button has the focus, some time after the dialog is gone. */
function holdFocus(opener: HTMLElement) {
  opener.focus();
  const watch = new MutationObserver(() => {
    const now = document.activeElement;
    if (now === opener) return;
    watch.disconnect();
    if (!opener.isConnected && (now === null || now === document.body)) focusHeading();
  });
  watch.observe(document.body, { childList: true, subtree: true });
}

/** The browser's own dialog, open for as long as it is there. The focus goes back to what opened it. */
export function Dialog({ title, onClose, isWide = false, children }: Props) {
  const t = useTranslations('ui');
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    const shown = dialog.current;
    const opener = document.activeElement;
    shown?.showModal();
    heading.current?.focus();
    return () => {
      shown?.close();
      // What opened it may be gone with what was done.
      const isBack = opener instanceof HTMLElement && opener.isConnected && opener !== document.body;
      if (isBack) holdFocus(opener);
      else focusHeading();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      aria-labelledby={id}
      className={cx(styles['dialog'], isWide && styles['wide'])}
      onCancel={(event) => {
        if (event.target !== dialog.current) return;
        event.preventDefault();
        onClose();
      }}
      // A second Escape closes it whatever the page says.
      onClose={(event) => event.target === dialog.current && dialog.current.isConnected && onClose()}
    >
      <div className={styles['head']}>
        <h2 id={id} ref={heading} tabIndex={-1}>
          {title}
        </h2>
        <button type="button" className={styles['close']} aria-label={t('close')} onClick={onClose}>
          <Icon name="close" size={18} />
        </button>
      </div>
      {children}
    </dialog>
  );
}
