import { useTranslations } from 'use-intl';
import { setTheme, themes, useTheme } from '../lib/theme.ts';
import { Choices } from '../ui/choices.tsx';
import { Icon } from '../ui/icon.tsx';
import { Popover } from '../ui/popover.tsx';
import styles from './switch.module.css';

/** `isNamed`: shows its label too, where it stands alone. */
export function ThemeSwitch({ isNamed = false }: { isNamed?: boolean }) {
  const t = useTranslations('app');
  const theme = useTheme();
  return (
    <Popover
      trigger={
        <>
          <Icon name="contrast" size={18} />
          {isNamed && t('theme.label')}
        </>
      }
      name={t('theme.label')}
      label={t('theme.label')}
      align="end"
      variant="quiet"
      chevron={false}
      className={styles['theme']}
    >
      <Choices
        kind="radio"
        legend={t('theme.label')}
        choices={themes.map((value) => ({ value, label: t(`theme.${value}`) }))}
        chosen={[theme]}
        onChange={([chosen]) => chosen && setTheme(chosen)}
      />
    </Popover>
  );
}
