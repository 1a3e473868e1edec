import { useEffect, useState, useSyncExternalStore } from 'react';
import type { Language } from '../../lib/language.ts';
import { Glyphs } from '../../domain/measure/glyphs.tsx';
import { PairingScreen } from './pairing-screen.tsx';
import { Room } from './room.tsx';
import { NothingScreen, StartingScreen } from './status-screens.tsx';
import { ScreenIntl } from './screen-intl.tsx';
import type { Messages } from '../../locales/messages.ts';
import type { ScreenStore } from './screen-store.ts';
import { settingsFromAddress, type ScreenSettings } from './settings.ts';
import { useAge } from './staleness.ts';
import { useDrift, useHiddenCursor, useWakeLock } from './use-room.ts';

type Props = { store: ScreenStore; start: { language: Language; messages: Partial<Messages> } };

/** The whole page of a screen, in every state of its knowledge. */
export function ScreenApp({ store, start }: Props) {
  const state = useSyncExternalStore(store.subscribe, store.get);
  const [fromAddress] = useState(() => settingsFromAddress(location.search, start.language));
  const settings: ScreenSettings = state.own?.settings ?? fromAddress;
  useEffect(() => store.start(), [store]);
  useWakeLock();
  useHiddenCursor();
  const drift = useDrift();
  const age = useAge(store);
  const { view } = state;
  useEffect(() => {
    document.documentElement.dataset['theme'] = settings.theme;
  }, [settings.theme]);
  const quiet = { theme: settings.theme, drift } as const;
  return (
    <ScreenIntl language={settings.language} start={start}>
      <Glyphs />
      {view.kind === 'shown' && <Room state={state} data={view.data} settings={settings} age={age} drift={drift} />}
      {view.kind === 'pairing' && <PairingScreen code={view.code} {...quiet} />}
      {view.kind === 'nothing' && <NothingScreen why={view.why} age={age} {...quiet} />}
      {view.kind === 'starting' && <StartingScreen {...quiet} />}
    </ScreenIntl>
  );
}
