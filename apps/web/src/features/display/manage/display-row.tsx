import { languageFacts } from '@vointi/shared/text/text.ts';
import type { DisplayRow } from '@vointi/shared/display/contract.ts';
import { useTranslations } from 'use-intl';
import { useFormat } from '../../../lib/format.ts';
import { Button, buttonClass } from '../../../ui/button.tsx';
import { ListRow, ListActions, ListNote, ListPart } from '../../../ui/form/list.tsx';
import { Tag } from '../../../ui/tag.tsx';
import { remotePath } from './paths.ts';

type Props = { slug: string; row: DisplayRow; onOpen: (kind: 'settings' | 'revoke') => void };

/** A room with the state of its screen, its settings and the actions that are allowed. */
export function DisplayRowView({ slug, row, onOpen }: Props) {
  const t = useTranslations('displayManage');
  const format = useFormat();
  const { room, state, settings, lastSeenAt, pairedAt, can } = row;
  return (
    <ListRow>
      <ListPart>
        <h2>{room}</h2>
        <Tag>{t(`state.${state}`)}</Tag>
        <ListNote>{lastSeenAt === null ? t('neverSeen') : t('seen', { when: format.dateTime(lastSeenAt) })}</ListNote>
        <ListNote>{t('paired', { when: format.dateTime(pairedAt) })}</ListNote>
      </ListPart>
      <ListPart>
        <p>{settings.scenes.map((scene) => t(`scene.${scene}`)).join(', ')}</p>
        <ListNote>
          {t('every', { count: settings.seconds })}, {t(`theme.${settings.theme}`).toLowerCase()},{' '}
          {languageFacts[settings.language].name}
          {settings.year !== null && `, ${settings.year}`}
        </ListNote>
        {settings.night && <ListNote>{t('nightIs', settings.night)}</ListNote>}
      </ListPart>
      <ListActions>
        {can.present && (
          <a href={remotePath(slug, row.id)} className={buttonClass({})} aria-label={`${t('remote.open')}: ${room}`}>
            {t('remote.open')}
          </a>
        )}
        {can.edit && (
          <>
            <Button aria-label={`${t('settings.button')}: ${room}`} onClick={() => onOpen('settings')}>
              {t('settings.button')}
            </Button>
            <Button aria-label={`${t('revoke.button')}: ${room}`} onClick={() => onOpen('revoke')}>
              {t('revoke.button')}
            </Button>
          </>
        )}
      </ListActions>
    </ListRow>
  );
}
