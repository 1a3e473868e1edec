import type { RoundState } from '@vointi/shared/round/state.ts';
import { useTranslations } from 'use-intl';
import { Tag } from '../../ui/tag.tsx';

export function StateTag({ state }: { state: RoundState }) {
  const t = useTranslations('round');
  return <Tag>{t(`state.${state}`)}</Tag>;
}
