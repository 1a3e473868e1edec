import { useQuery } from '@tanstack/react-query';
import type { Settings } from '@vointi/shared/municipality/settings-contract.ts';
import { useId, useState } from 'react';
import { useTranslations } from 'use-intl';
import { ProblemError } from '../../../lib/problem.ts';
import { useLocalizedText } from '../../../lib/text.tsx';
import { Button } from '../../../ui/button.tsx';
import { Section } from '../../../ui/detail.tsx';
import { ConfirmDialog } from '../../../ui/form/confirm-dialog.tsx';
import { FileDrop } from '../../../ui/form/file-drop.tsx';
import { showToast } from '../../../ui/form/toast.tsx';
import styles from './logo-section.module.css';
import { base64Of, pictureTypes, refusalOf } from './picture.ts';
import { settingsQuery, updateLogo } from './queries.ts';

type Props = { slug: string; onSaved: (saved: Settings, from: number) => void };

/** Saves the logo as soon as it is chosen, apart from the form. */
export function LogoSection({ slug, onSaved }: Props) {
  const t = useTranslations('settings.logo');
  const problem = useTranslations('problem');
  const reason = useTranslations('reason');
  const localize = useLocalizedText();
  const id = useId();
  const { data: settings } = useQuery(settingsQuery(slug));
  const [error, setError] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const [isAsking, setAsking] = useState(false);
  if (!settings) return null;

  const send = async (data: string | null) => {
    const { version } = settings;
    try {
      return onSaved(await updateLogo(slug, { version, data }), version);
    } catch (failed) {
      // Retry with the new version: the logo does not depend on the setting that somebody else changed.
      const current =
        failed instanceof ProblemError && failed.code === 'conflict' ? (failed.current as Settings) : null;
      if (!current || current.logo !== settings.logo) throw failed;
      return onSaved(await updateLogo(slug, { version: current.version, data }), current.version);
    }
  };
  const take = async (file: File) => {
    const refusal = refusalOf(file);
    setError(refusal ? t(`refused.${refusal}`, { name: file.name }) : undefined);
    if (refusal) return;
    setBusy(true);
    try {
      await send(await base64Of(file));
      showToast(t('saved'));
    } catch (failed) {
      const { details = [], code = 'internal' } = failed instanceof ProblemError ? failed : {};
      const why = details.find((detail) => detail.reason)?.reason;
      setError(why ? reason(why) : problem(code));
    }
    setBusy(false);
  };
  return (
    <Section title={t('title')} note={t('note')}>
      <div className={styles['logo']}>
        {settings.logo && (
          <div className={styles['now']}>
            <img src={settings.logo} alt={t('alt', { name: localize(settings.name) })} className={styles['picture']} />
            <Button onClick={() => setAsking(true)}>{t('remove')}</Button>
          </div>
        )}
        <FileDrop
          id={id}
          label={t(settings.logo ? 'change' : 'choose')}
          hint={t('limits')}
          accept={pictureTypes.join(',')}
          error={error}
          isBusy={isBusy}
          onFile={(file) => void take(file)}
        />
      </div>
      {isAsking && (
        <ConfirmDialog
          title={t('ask')}
          confirm={t('remove')}
          onClose={() => setAsking(false)}
          onConfirm={async () => {
            await send(null);
            setAsking(false);
            showToast(t('removed'));
          }}
        >
          <p>{t('askText')}</p>
        </ConfirmDialog>
      )}
    </Section>
  );
}
