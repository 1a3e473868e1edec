import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import type { MeasureDecision } from '@vointi/shared/decision/contract.ts';
import { useTranslations } from 'use-intl';
import { useFormat } from '../../lib/format.ts';
import { LocalizedText, useLocalizedText } from '../../lib/text.tsx';
import { Button } from '../../ui/button.tsx';
import { Lead, Section, Breadcrumbs } from '../../ui/detail.tsx';
import { Empty } from '../../ui/empty.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { dayText } from '../../ui/form/day.ts';
import { Select } from '../../ui/form/select.tsx';
import { Icon } from '../../ui/icon.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { measurePath, boardPath } from '../../domain/paths.ts';
import { usePlanHead } from '../../domain/plan/queries.ts';
import { byMeeting } from './by-meeting.ts';
import styles from './meeting-page.module.css';
import { decisionsQuery } from './queries.ts';

/** Decisions grouped by meeting, on screen and on paper. */
export function Page() {
  const { slug, year } = useParams({ from: '/$slug/$year/decisions' });
  const { meeting: [meeting = ''] = [] } = useSearch({ from: '/$slug/$year/decisions' });
  const t = useTranslations('decision');
  const app = useTranslations('app');
  const localize = useLocalizedText();
  const format = useFormat();
  const head = usePlanHead(slug, year);
  const navigate = useNavigate();
  const query = useQuery(decisionsQuery(slug, year, meeting === '' ? {} : { meeting }));
  const choose = (meetingName: string) =>
    void navigate({ to: '.', search: (meetingName === '' ? {} : { meeting: [meetingName] }) as never, replace: true });
  const planName = head ? `${localize(head.municipality.name)} ${year}` : year;
  return (
    <article>
      <Breadcrumbs label={t('trail')} links={[{ href: boardPath(slug, year), children: app('nav.board') }]} />
      <PageHeading title={t('meetingTitle')} context={planName}>
        {t('meetingTitle')}
      </PageHeading>
      <Lead>{t('lead', { plan: planName })}</Lead>
      {query.data && (
        <div className={styles['tools']}>
          <Select
            label={t('meeting')}
            value={meeting}
            onChange={({ target }) => choose(target.value)}
            options={[
              { value: '', label: t('allMeetings') },
              ...query.data.meetings.map((name) => ({ value: name, label: name })),
            ]}
          />
          <Button onClick={() => print()}>
            <Icon name="print" />
            {t('print')}
          </Button>
        </div>
      )}
      {!query.data &&
        (query.error ? (
          <ErrorNotice error={query.error} onRetry={() => void query.refetch()} />
        ) : (
          <Skeleton height="12rem" />
        ))}
      {query.data?.decisions.length === 0 && (
        <Empty title={t('noneYet')}>
          <p>{t('noneYetText')}</p>
        </Empty>
      )}
      {byMeeting(query.data?.decisions ?? []).map(({ key, name, day, decisions }) => (
        <Section key={key} title={`${name} ${dayText(day)}`}>
          <ol className={styles['list']}>
            {decisions.map((decision) => (
              <Row
                key={decision.id}
                decision={decision}
                href={measurePath(slug, Number(year), decision.measure.code)}
              />
            ))}
          </ol>
        </Section>
      ))}
      <p className={styles['printed']}>{t('printed', { when: format.dateTime(Date.now()) })}</p>
    </article>
  );
}

function Row({ decision: { measure, text, author }, href }: { decision: MeasureDecision; href: string }) {
  const t = useTranslations('decision');
  return (
    <li className={styles['row']}>
      <h3>
        {measure.title ? (
          <a href={href}>
            <LocalizedText text={measure.title} />
          </a>
        ) : (
          t('measureGone')
        )}
      </h3>
      <p className={styles['text']}>{text}</p>
      <p className={styles['quiet']}>{author === null ? t('authorGone') : t('author', { name: author })}</p>
    </li>
  );
}
