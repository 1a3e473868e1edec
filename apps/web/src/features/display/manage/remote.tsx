import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { DisplayRow } from '@vointi/shared/display/contract.ts';
import { heldUntil } from '@vointi/shared/display/presenter.ts';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { BodyOf } from '@vointi/shared/http/contracts.ts';
import type { commandDisplay } from '@vointi/shared/display/endpoints.ts';
import { Button } from '../../../ui/button.tsx';
import { Lead, Section } from '../../../ui/detail.tsx';
import { ErrorNotice } from '../../../ui/error-notice.tsx';
import { SearchField } from '../../../ui/search-field.tsx';
import { useFormat } from '../../../lib/format.ts';
import { useLocalizedText } from '../../../lib/text.tsx';
import { municipalitiesQuery } from '../../../domain/municipality/queries.ts';
import { boardQuery } from '../../../domain/plan/queries.ts';
import { displayQuery, sendCommand } from './queries.ts';
import styles from './remote.module.css';
import { Light } from '../../../domain/measure/light.tsx';

type Command = BodyOf<typeof commandDisplay>;

/** Controls a room's screen: pause, step, pin a scene, open a measure. */
export function Remote({ slug, row }: { slug: string; row: DisplayRow }) {
  const t = useTranslations('displayManage.remote');
  const client = useQueryClient();
  const { queryKey } = displayQuery(slug, row.id);
  const { mutate, error, reset } = useMutation({
    mutationFn: (command: Command) => sendCommand(slug, row.id, command),
    onSuccess: (presenter) => client.setQueryData(queryKey, (now) => now && { ...now, presenter }),
  });
  const { time } = useFormat();
  const { isPaused, pinned, measure } = row.presenter;
  const until = heldUntil(row.presenter);
  return (
    <>
      <Lead>{t('lead', { room: row.room })}</Lead>
      <p role="status" className={styles['now']}>
        {measure !== null ? t('now.open') : pinned ? t('now.pinned') : isPaused ? t('now.paused') : t('now.rotating')}{' '}
        {until && t('now.until', { time: time(until) })}
      </p>
      {error && <ErrorNotice error={error} onRetry={reset} />}
      <div className={styles['keys']}>
        <Button onClick={() => mutate({ do: 'previous' })}>{t('previous')}</Button>
        <Button variant="primary" onClick={() => mutate({ do: until ? 'resume' : 'pause' })}>
          {until ? t('resume') : t('pause')}
        </Button>
        <Button onClick={() => mutate({ do: 'next' })}>{t('next')}</Button>
      </div>
      <Scenes slug={slug} row={row} mutate={mutate} />
    </>
  );
}

type ScenesProps = { slug: string; row: DisplayRow; mutate: (command: Command) => void };

function Scenes({ slug, row: { settings, presenter }, mutate }: ScenesProps) {
  const t = useTranslations('displayManage');
  const localize = useLocalizedText();
  const { data: plansByMunicipality } = useQuery(municipalitiesQuery);
  const newest = plansByMunicipality?.municipalities.find((one) => one.slug === slug)?.plans[0]?.year;
  const year = settings.year ?? newest;
  const { data: board } = useQuery({ ...boardQuery(slug, String(year)), enabled: year !== undefined });
  const [q, setQ] = useState('');
  const goals = board?.goals ?? [];
  const { pinned, measure: opened } = presenter;
  const isPinned = (scene: string, goal: string | null) => pinned?.scene === scene && pinned.goal === goal;
  const pin = (scene: (typeof settings.scenes)[number], goal: string | null) =>
    mutate(isPinned(scene, goal) ? { do: 'unpin' } : { do: 'pin', scene, goal });
  const searchText = q.trim().toLowerCase();
  const matching = goals
    .flatMap(({ measures }) => measures)
    .filter(({ title }) => localize(title).toLowerCase().includes(searchText));
  return (
    <>
      <Section title={t('remote.pin')} note={t('remote.pinNote')}>
        <ul className={styles['scenes']}>
          {settings.scenes.flatMap((scene) =>
            scene === 'goals'
              ? goals.map(({ slug: goal, shortName }) => (
                  <li key={goal}>
                    <Button aria-pressed={isPinned('goals', goal)} onClick={() => pin('goals', goal)}>
                      {localize(shortName)}
                    </Button>
                  </li>
                ))
              : [
                  <li key={scene}>
                    <Button aria-pressed={isPinned(scene, null)} onClick={() => pin(scene, null)}>
                      {t(`scene.${scene}`)}
                    </Button>
                  </li>,
                ],
          )}
        </ul>
      </Section>
      <Section title={t('remote.measures')} note={t('remote.measuresNote')}>
        <SearchField label={t('remote.search')} value={q} onSearch={setQ} />
        {opened !== null && <Button onClick={() => mutate({ do: 'close' })}>{t('remote.close')}</Button>}
        <ul className={styles['measures']}>
          {matching.map((measure) => (
            <li key={measure.code}>
              <button
                type="button"
                aria-pressed={opened === measure.code}
                className={styles['measure']}
                onClick={() => mutate({ do: 'open', measure: measure.code })}
              >
                <Light status={measure.status} assignments={measure.assignments} />
                <span {...localize.in(measure.title)} />
              </button>
            </li>
          ))}
        </ul>
      </Section>
    </>
  );
}
