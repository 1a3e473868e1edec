import type { Me } from '@vointi/shared/session/contract.ts';
import { useId } from 'react';
import { useTranslations } from 'use-intl';
import { useFormat } from '../../../lib/format.ts';
import { LocalizedText, useLocalizedText } from '../../../lib/text.tsx';
import { Fact, Facts } from '../../../ui/detail.tsx';
import styles from './account.module.css';

/** The person's roles in each municipality. */
export function Roles({ me: { municipalities } }: { me: Me }) {
  const t = useTranslations('account');
  const localize = useLocalizedText();
  const format = useFormat();
  const id = useId();
  if (municipalities.length === 0) return <p>{t('noRoles')}</p>;
  return (
    <section aria-labelledby={id} className={styles['roles']}>
      <h2 id={id}>{t('rolesTitle')}</h2>
      <Facts>
        {municipalities.map(({ slug, name, roles, departments }) => (
          <Fact key={slug} name={localize(name)}>
            {format.list(roles.map((role) => t(`role.${role}`)))}
            {departments.length > 0 && (
              <ul>
                {departments.map((department) => (
                  <li key={department.slug}>
                    <LocalizedText text={department.name} />
                  </li>
                ))}
              </ul>
            )}
          </Fact>
        ))}
      </Facts>
    </section>
  );
}
