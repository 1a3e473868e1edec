import type { ComponentProps } from 'react';
import { useTranslations } from 'use-intl';
import { TextField } from './text-field.tsx';

/** A day as it is written in Finland. */
export function DayField(props: Omit<ComponentProps<typeof TextField>, 'hint' | 'isShort'>) {
  const t = useTranslations('form');
  return <TextField {...props} hint={t('dayHint')} isShort autoComplete="off" inputMode="decimal" />;
}
