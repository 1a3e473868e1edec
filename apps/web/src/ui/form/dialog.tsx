import { useId, useLayoutEffect, useRef, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { cx } from '../cx.ts';
import { Icon } from '../icon.tsx';
import styles from './dialog.module.css';

type Props = {
  title: string;
  /** Called by Escape and the close button; the parent removes the dialog. */
  onClose: () => void;
  isWide?: boolean;
  children: ReactNode;
};

const focusHeading = () => document.querySelector<HTMLElement>('h1')?.focus();

/** A refetched list may remove the focused row some time after the dialog closed. */
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

/** A modal `<dialog>`, open while mounted. The focus returns to the element that opened it. */
export function Dialog({ title, onClose, isWide = false, children }: Props) {
  const t = useTranslations('ui');
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    const element = dialog.current;
    const opener = document.activeElement;
    element?.showModal();
    heading.current?.focus();
    return () => {
      element?.close();
      // The element that opened it may be gone.
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
      // Browsers close a dialog at the second Escape whatever the page does.
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
