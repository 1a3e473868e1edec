import type { Desk } from '@vointi/shared/report/contract.ts';
import { useTranslations } from 'use-intl';
import { useText } from '../../lib/text.tsx';
import { cx } from '../../ui/cx.ts';
import { deskKey, deskPath } from './desks.ts';
import styles from './desk-nav.module.css';

type Props = { desks: readonly Desk[]; current?: Desk | undefined };

/** One's departments, each with how much is answered. */
export function DeskNav({ desks, current }: Props) {
  const t = useTranslations('reporting');
  const say = useText();
  const isOneMunicipality = new Set(desks.map(({ municipality }) => municipality.slug)).size === 1;
  return (
    <nav aria-label={t('departments')} className={cx(styles['nav'], current === undefined && styles['list'])}>
      <ul>
        {desks.map((desk) => (
          <li key={deskKey(desk)}>
            <a href={deskPath(desk)} aria-current={current && deskKey(desk) === deskKey(current) ? 'page' : undefined}>
              <span>
                {!isOneMunicipality && `${say(desk.municipality.name)}: `}
                <span {...say.in(desk.department.name)} />
              </span>
              <small>
                {t('answeredShort', { answered: desk.counts.total - desk.counts.missing, total: desk.counts.total })}
              </small>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
