import type { DisplaySettings } from '@vointi/shared/display/contract.ts';
import { displayThemes, sceneKinds, type SceneKind } from '@vointi/shared/display/kind.ts';
import { maxSceneSeconds, minSceneSeconds } from '@vointi/shared/display/limits.ts';
import { isLanguage, type Language } from '../../lib/language.ts';

/** The settings that drawing needs: of a paired room, or of the address. */
export type ScreenSettings = Pick<DisplaySettings, 'scenes' | 'seconds' | 'theme' | 'night' | 'language'>;

const usualSeconds = 20;
const isScene = (name: string): name is SceneKind => sceneKinds.some((kind) => kind === name);

/**
 * The settings of a screen that is not paired, from its address: `?seconds=30&theme=light&lang=sv&scenes=plan,goals`.
 * An invalid value counts as absent: nobody at the wall corrects it.
 */
export function settingsFromAddress(search: string, language: Language): ScreenSettings {
  const query = new URLSearchParams(search);
  const seconds = Number(query.get('seconds') ?? usualSeconds);
  const scenes = [...new Set((query.get('scenes') ?? '').split(',').filter(isScene))];
  const lang = query.get('lang');
  return {
    scenes: scenes.length > 0 ? scenes : [...sceneKinds],
    seconds: Number.isFinite(seconds)
      ? Math.min(maxSceneSeconds, Math.max(minSceneSeconds, Math.round(seconds)))
      : usualSeconds,
    theme: displayThemes.find((theme) => theme === query.get('theme')) ?? 'dark',
    night: null,
    language: isLanguage(lang) ? lang : language,
  };
}
