import { useEffect, useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { hiddenClass } from '../../ui/hidden.tsx';
import styles from './pairing-screen.module.css';
import { Message, Stage } from './scenes/stage.tsx';
import type { View } from './screen-state.ts';
import type { ScreenSettings } from './settings.ts';
import type { Age } from './staleness.ts';

type Quiet = Pick<ScreenSettings, 'theme'> & { drift: readonly [number, number] };
const patienceMs = 8000;

/** Before anything has loaded: the product's name, and after a while that the service does not answer. */
export function StartingScreen(quiet: Quiet) {
  const t = useTranslations('display');
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), patienceMs);
    return () => clearTimeout(timer);
  }, []);
  return (
    <Stage {...quiet}>
      <QuietMain>
        <Message text="Vointi" more={isLong ? t('waitingService') : t('starting')} />
      </QuietMain>
    </Stage>
  );
}

type NothingProps = Quiet & { why: Extract<View, { kind: 'nothing' }>['why']; age: Age };

/** Says why there is nothing to show; the screen goes on by itself. */
export function NothingScreen({ why, age, ...quiet }: NothingProps) {
  const t = useTranslations('display');
  const more =
    age.lastHeard !== null && age.staleness !== 'fresh'
      ? t('waitingService')
      : why === 'closed'
        ? t('nothing.closedMore', { address: `${location.host}/display` })
        : t('nothing.more');
  return (
    <Stage {...quiet}>
      <QuietMain>
        <Message text={t(`nothing.${why}`)} more={more} />
      </QuietMain>
    </Stage>
  );
}

function QuietMain({ children }: { children: ReactNode }) {
  const t = useTranslations('display');
  return (
    <main className={styles['main']}>
      <h1 className={hiddenClass}>{t('title')}</h1>
      {children}
    </main>
  );
}
