import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { buttonClass } from '../button.tsx';
import { cx } from '../cx.ts';
import { describedBy, FieldError, FieldHint } from './field.tsx';
import fields from './field.module.css';
import styles from './file-drop.module.css';

type Props = {
  id: string;
  label: string;
  hint: string;
  /** The text of the button, where the file is not an image. */
  choose?: string;
  accept: string;
  error: string | undefined;
  isBusy: boolean;
  onFile: (file: File) => void;
};

/** Picks a file by the browser's own picker, or takes a dropped one. */
export function FileDrop({ id, label, hint, choose, accept, error, isBusy, onFile }: Props) {
  const t = useTranslations('form');
  const [isOver, setOver] = useState(false);
  return (
    <div
      className={cx(fields['field'], error !== undefined && fields['refused'])}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        const [file] = event.dataTransfer.files;
        if (file && !isBusy) onFile(file);
      }}
    >
      <label htmlFor={id} className={fields['label']}>
        {label}
      </label>
      <FieldHint id={id} hint={hint} />
      <div role="alert">
        <FieldError id={id} error={error} />
      </div>
      <div className={cx(styles['drop'], isOver && styles['over'])} aria-busy={isBusy}>
        {/* The browser's own button has text in the browser's language, not the page's. */}
        <span className={styles['pick']}>
          <span aria-hidden="true" className={buttonClass({})}>
            {choose ?? t('file.choose')}
          </span>
          <input
            id={id}
            type="file"
            accept={accept}
            title={label}
            aria-describedby={describedBy(id, { hint, error })}
            aria-invalid={error === undefined ? undefined : true}
            onChange={({ target }) => {
              const [file] = target.files ?? [];
              // Lets the same file be chosen again after it was corrected.
              if (file && !isBusy) onFile(file);
              target.value = '';
            }}
          />
        </span>
        <span className={styles['note']}>{isBusy ? t('saving') : t('file.drop')}</span>
      </div>
    </div>
  );
}
