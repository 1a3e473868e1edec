import styles from './message.module.css';

/** One calm sentence in the middle of the screen. */
export const Message = ({ text, more }: { text: string; more?: string }) => (
  <div className={styles['message']}>
    <p className={styles['text']}>{text}</p>
    {more && <p className={styles['more']}>{more}</p>}
  </div>
);
