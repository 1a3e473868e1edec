import { shownCode } from '@vointi/shared/display/code.ts';
import { useTranslations } from 'use-intl';
import styles from './pairing-screen.module.css';
import { Stage } from './scenes/stage.tsx';
import type { ScreenSettings } from './settings.ts';

type Props = Pick<ScreenSettings, 'theme'> & { code: string | null; drift: readonly [number, number] };

/** Shows the code by which an admin assigns this screen to a room. */
export function PairingScreen({ code, ...quiet }: Props) {
  const t = useTranslations('display.pairing');
  return (
    <Stage {...quiet}>
      <main className={styles['main']}>
        <h1 className={styles['title']}>{t('title')}</h1>
        {code === null ? (
          <p className={styles['text']}>{t('noCode')}</p>
        ) : (
          <>
            <p className={styles['code']} aria-label={`${t('code')}: ${[...code].join(' ')}`} role="status">
              {shownCode(code)}
            </p>
            <p className={styles['text']}>{t('text')}</p>
          </>
        )}
        <p className={styles['where']}>{t('where', { address: location.host })}</p>
      </main>
    </Stage>
  );
}
