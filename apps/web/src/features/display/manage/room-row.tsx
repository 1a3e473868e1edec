import { languageFacts } from '@vointi/shared/text/text.ts';
import type { DisplayRow } from '@vointi/shared/display/contract.ts';
import { useTranslations } from 'use-intl';
import { useFormat } from '../../../lib/format.ts';
import { Button, buttonClass } from '../../../ui/button.tsx';
import { Row, RowActions, RowNote, RowPart } from '../../../ui/form/rows.tsx';
import { Tag } from '../../../ui/tag.tsx';
import { remotePath } from './paths.ts';

type Props = { slug: string; row: DisplayRow; onOpen: (kind: 'settings' | 'revoke') => void };

/** A room: whether its screen is alive, what it shows, and who may do what to it. */
export function RoomRow({ slug, row, onOpen }: Props) {
  const t = useTranslations('displayManage');
  const format = useFormat();
  const { room, state, settings, lastSeenAt, pairedAt, can } = row;
  return (
    <Row>
      <RowPart>
        <h2>{room}</h2>
        <Tag>{t(`state.${state}`)}</Tag>
        <RowNote>{lastSeenAt === null ? t('neverSeen') : t('seen', { when: format.dateTime(lastSeenAt) })}</RowNote>
        <RowNote>{t('paired', { when: format.dateTime(pairedAt) })}</RowNote>
      </RowPart>
      <RowPart>
        <p>{settings.scenes.map((scene) => t(`scene.${scene}`)).join(', ')}</p>
        <RowNote>
          {t('every', { count: settings.seconds })}, {t(`theme.${settings.theme}`).toLowerCase()},{' '}
          {languageFacts[settings.language].name}
          {settings.year !== null && `, ${settings.year}`}
        </RowNote>
        {settings.night && <RowNote>{t('nightIs', settings.night)}</RowNote>}
      </RowPart>
      <RowActions>
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
      </RowActions>
    </Row>
  );
}
