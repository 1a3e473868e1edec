import styles from './badges.module.css';
import { Icon } from './icon.tsx';

export type Badge = {
  key: string;
  label: string;
  /** What pressing it does, in words. */
  name: string;
  onRemove: () => void;
};

/** What holds, each taken away by a press. */
export const Badges = ({ label, badges }: { label: string; badges: readonly Badge[] }) =>
  badges.length > 0 && (
    <ul aria-label={label} className={styles['badges']}>
      {badges.map(({ key, label: text, name, onRemove }) => (
        <li key={key}>
          <button type="button" className={styles['badge']} aria-label={name} onClick={onRemove}>
            {text}
            <Icon name="close" size={12} />
          </button>
        </li>
      ))}
    </ul>
  );
