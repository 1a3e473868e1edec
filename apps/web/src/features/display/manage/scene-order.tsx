import { sceneKinds, type SceneKind } from '@vointi/shared/display/kind.ts';
import { useWatch, type UseFormReturn } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { announce } from '../../../lib/announce.tsx';
import { Button } from '../../../ui/button.tsx';
import { Checkbox } from '../../../ui/form/checkbox.tsx';
import { Group } from '../../../ui/form/group.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { moved, type RoomFields } from './fields.ts';
import styles from './scene-order.module.css';

/** The scenes that are shown, in their order, and then those that are not. */
export function SceneOrder({ form }: { form: UseFormReturn<RoomFields> }) {
  const t = useTranslations('displayManage');
  const chosen = useWatch({ control: form.control, name: 'scenes' });
  const list = [...chosen, ...sceneKinds.filter((kind) => !chosen.includes(kind))];
  const set = (scenes: SceneKind[]) => form.setValue('scenes', scenes, { shouldDirty: true });
  const toggle = (kind: SceneKind) =>
    // A screen shows at least one scene.
    set(
      chosen.includes(kind) ? (chosen.length > 1 ? chosen.filter((one) => one !== kind) : chosen) : [...chosen, kind],
    );
  const move = (index: number, by: 1 | -1) => {
    const next = moved(chosen, index, by);
    set(next);
    announce(
      t('settings.movedTo', { scene: t(`scene.${list[index] ?? 'plan'}`), place: index + by + 1, count: next.length }),
    );
  };
  return (
    <Group label={t('settings.scenes')} hint={t('settings.scenesHint')} name="scenes">
      <ol className={styles['list']}>
        {list.map((kind) => {
          const index = chosen.indexOf(kind);
          const isShown = index >= 0;
          const word = t(`scene.${kind}`);
          return (
            <li key={kind} className={styles['item']}>
              <Checkbox
                label={word}
                checked={isShown}
                aria-disabled={isShown && chosen.length === 1}
                onChange={() => toggle(kind)}
              />
              {isShown && (
                <span className={styles['moves']}>
                  <Button
                    variant="quiet"
                    size="small"
                    aria-label={`${t('settings.earlier')}: ${word}`}
                    aria-disabled={index === 0}
                    onClick={() => index > 0 && move(index, -1)}
                  >
                    <Icon name="up" />
                  </Button>
                  <Button
                    variant="quiet"
                    size="small"
                    aria-label={`${t('settings.later')}: ${word}`}
                    aria-disabled={index === chosen.length - 1}
                    onClick={() => index < chosen.length - 1 && move(index, 1)}
                  >
                    <Icon name="down" />
                  </Button>
                </span>
              )}
            </li>
          );
        })}
      </ol>
    </Group>
  );
}
