import { Icon } from '../../../ui/icon.tsx';
import styles from './account.module.css';

/** A confirmation beside the button, announced to screen readers. */
export const Done = ({ isDone, text }: { isDone: boolean; text: string }) => (
  <p role="status" className={styles['done']}>
    {isDone && (
      <>
        <Icon name="check" />
        {text}
      </>
    )}
  </p>
);
