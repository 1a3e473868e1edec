import { useNavigate } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { useText } from '../../lib/text.tsx';
import { Select } from '../../ui/form/select.tsx';
import { deskKey, type Desk } from './desks.ts';
import styles from './reporting.module.css';

/** Whose measures are shown, where there is a choice. The address says which. */
export function DeskSwitch({ desks, desk }: { desks: readonly Desk[]; desk: Desk }) {
  const t = useTranslations('reporting');
  const say = useText();
  const navigate = useNavigate();
  if (desks.length < 2) return null;
  const isOneMunicipality = desks.every(({ municipality }) => municipality.slug === desk.municipality.slug);
  const nameOf = ({ municipality, department }: Desk) =>
    isOneMunicipality ? say(department.name) : `${say(municipality.name)}: ${say(department.name)}`;
  const choose = (key: string) =>
    void navigate({ to: '.', search: (now: object) => ({ ...now, desk: [key] }), resetScroll: false });
  return (
    <Select
      className={styles['switch']}
      label={t('department')}
      value={deskKey(desk)}
      onChange={({ target }) => choose(target.value)}
      options={desks.map((one) => ({ value: deskKey(one), label: `${nameOf(one)} (${one.rows.length})` }))}
    />
  );
}
