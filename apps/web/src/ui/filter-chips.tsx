import styles from './filter-chips.module.css';
import { Icon } from './icon.tsx';

export type FilterChip = {
  key: string;
  label: string;
  /** The accessible name: what a press does. */
  name: string;
  onRemove: () => void;
};

/** The active filters; a press on one removes it. */
export const FilterChips = ({ label, chips }: { label: string; chips: readonly FilterChip[] }) =>
  chips.length > 0 && (
    <ul aria-label={label} className={styles['chips']}>
      {chips.map(({ key, label: text, name, onRemove }) => (
        <li key={key}>
          <button type="button" className={styles['chip']} aria-label={name} onClick={onRemove}>
            {text}
            <Icon name="close" size={12} />
          </button>
        </li>
      ))}
    </ul>
  );
