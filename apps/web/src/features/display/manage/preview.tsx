import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { IntlProvider, useTranslations } from 'use-intl';
import type { Messages } from '../../../locales/messages.ts';
import type { Language } from '../../../lib/language.ts';
import { Button } from '../../../ui/button.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { boardQuery } from '../../../domain/plan/queries.ts';
import { Footer } from '../scenes/footer.tsx';
import { Scene } from '../scenes/scene.tsx';
import { Stage } from '../scenes/stage.tsx';
import { loadScreenMessages } from '../screen-intl.tsx';
import { stepsOf } from '../steps/steps.ts';
import type { ScreenData } from '../steps/types.ts';
import { useScreenTexts } from '../use-screen-texts.ts';
import type { RoomFields } from './fields.ts';
import styles from './preview.module.css';
import { scenesQuery } from './queries.ts';

type Props = { slug: string; fields: RoomFields; newest: number | null };

/** A small preview of the room's screen with the settings of the form, in the room's language. */
export function Preview({ slug, fields, newest }: Props) {
  const t = useTranslations('displayManage.preview');
  const year = fields.year === '' ? newest : Number(fields.year);
  const messages = useScreenMessages(fields.language);
  const board = useQuery({ ...boardQuery(slug, String(year)), enabled: year !== null }).data;
  const scenes = useQuery({ ...scenesQuery(slug, year ?? 0), enabled: year !== null }).data ?? null;
  const [index, setIndex] = useState(0);
  if (year === null) return <p>{t('noPlan')}</p>;
  return (
    <figure className={styles['preview']}>
      <div className={styles['picture']}>
        {board && messages && (
          <IntlProvider locale={fields.language} messages={messages} timeZone="Europe/Helsinki">
            <Picture data={{ board, scenes }} fields={fields} index={index} />
          </IntlProvider>
        )}
      </div>
      <figcaption className={styles['caption']}>
        {t('title')}
        <span>
          <Button size="small" variant="quiet" aria-label={t('previous')} onClick={() => setIndex(index - 1)}>
            <Icon name="chevron" />
          </Button>
          <Button size="small" variant="quiet" aria-label={t('next')} onClick={() => setIndex(index + 1)}>
            <Icon name="chevron" />
          </Button>
        </span>
      </figcaption>
    </figure>
  );
}

function Picture({ data, fields, index }: { data: ScreenData; fields: RoomFields; index: number }) {
  const texts = useScreenTexts();
  const { board, scenes } = data;
  const steps = useMemo(
    () => stepsOf({ board, scenes }, fields.scenes, texts, { isLate: false, reserved: 0 }),
    [board, scenes, fields.scenes, texts],
  );
  const step = steps[((index % steps.length) + steps.length) % steps.length];
  if (!step) return null;
  return (
    // Hidden from screen readers: its headings and lists are not parts of this page.
    <div aria-hidden="true" inert lang={fields.language} className={styles['whole']}>
      <Stage theme={fields.theme}>
        <div className={styles['scene']}>
          <Scene step={step} data={data} />
        </div>
        <div />
        <Footer board={board} page={step.page} pages={step.pages} hold={null} />
      </Stage>
    </div>
  );
}

function useScreenMessages(language: Language): Partial<Messages> | null {
  const [loaded, setLoaded] = useState<{ language: Language; messages: Partial<Messages> } | null>(null);
  useEffect(() => {
    let isWanted = true;
    void loadScreenMessages(language).then(
      (messages) => isWanted && setLoaded({ language, messages }),
      () => {},
    );
    return () => {
      isWanted = false;
    };
  }, [language]);
  return loaded?.language === language ? loaded.messages : null;
}
