import { useTranslations } from 'use-intl';
import type { ResultOf } from '@vointi/shared/http/contracts.ts';
import type { listIdentityMappings } from '@vointi/shared/identity/endpoints.ts';
import { Details } from '../../ui/details.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Table } from '../../ui/table.tsx';
import styles from './provider.module.css';

const settings = [
  ['OIDC_ISSUER', 'issuer'],
  ['OIDC_CLIENT_ID', 'clientId'],
  ['OIDC_CLIENT_SECRET', 'clientSecret'],
  ['OIDC_MUNICIPALITY', 'municipality'],
  ['OIDC_NAME', 'name'],
  ['OIDC_SCOPE', 'scope'],
] as const;

type Props = { provider: ResultOf<typeof listIdentityMappings>['provider']; slug: string };

/** The state of the identity provider, and how to set it up. */
export function Provider({ provider, slug }: Props) {
  const t = useTranslations('identity');
  if (provider)
    return (
      <div className={styles['provider']}>
        <Notice icon="check">
          <b>{t('on', { name: provider.name })}</b>
          <br />
          {t('onText', { issuer: provider.issuer })}
        </Notice>
      </div>
    );
  return (
    <div className={styles['provider']}>
      <Notice>
        <b>{t('off')}</b>
        <br />
        {t('offText')}
      </Notice>
      <Details summary={t('how')}>
        <ol className={styles['steps']}>
          <li>{t('step.register', { address: `${location.origin}/sign-in/return` })}</li>
          <li>{t('step.settings')}</li>
          <li>{t('step.map')}</li>
        </ol>
        <Table label={t('settingsTable')}>
          <thead>
            <tr>
              <th scope="col">{t('setting')}</th>
              <th scope="col">{t('meaning')}</th>
            </tr>
          </thead>
          <tbody>
            {settings.map(([name, key]) => (
              <tr key={name}>
                <th scope="row">
                  <code>{name}</code>
                </th>
                <td>{t(`setup.${key}`, { slug })}</td>
              </tr>
            ))}
          </tbody>
        </Table>
      </Details>
    </div>
  );
}
