import { Icon } from '../../../ui/icon.tsx';
import styles from './account.module.css';

/** Beside the button that did it, heard as well. */
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
