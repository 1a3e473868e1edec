import { queryOptions, useQuery } from '@tanstack/react-query';
import type { DemoMail } from '@vointi/shared/mail/contract.ts';
import { useId } from 'react';
import { useTranslations } from 'use-intl';
import { listMails } from '@vointi/shared/mail/endpoints.ts';
import { call } from '../../lib/call.ts';
import { useFormat } from '../../lib/format.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { QueryPage } from '../../ui/query-page.tsx';
import { partsOf } from './links-in.ts';
import styles from './mailbox.module.css';

const mailboxQuery = queryOptions({
  queryKey: ['mailbox'],
  queryFn: ({ signal }) => call(listMails, {}, signal),
  staleTime: 0,
});

/** The mails that a demo would have sent. */
export function Page() {
  const t = useTranslations('mailbox');
  const app = useTranslations('app');
  const query = useQuery(mailboxQuery);
  const missing = { title: app('notFound.title'), text: app('notFound.text'), href: '/', link: app('notFound.home') };
  return (
    <QueryPage query={query} title={t('title')} missing={missing}>
      {({ mails }) => (
        <div className={styles['mailbox']}>
          <PageHeading title={t('title')}>{t('title')}</PageHeading>
          <Notice tone="warning">{t('banner')}</Notice>
          <div className={styles['bar']}>
            <p role="status">{mails.length > 0 && t('latest', { count: mails.length })}</p>
            <Button onClick={() => void query.refetch()}>{t('refresh')}</Button>
          </div>
          {mails.length === 0 && (
            <Empty title={t('none')}>
              <p>{t('noneText')}</p>
            </Empty>
          )}
          <ul className={styles['list']}>
            {mails.map((mail) => (
              <Mail key={mail.id} mail={mail} />
            ))}
          </ul>
        </div>
      )}
    </QueryPage>
  );
}

function Mail({ mail: { to, subject, text, createdAt } }: { mail: DemoMail }) {
  const t = useTranslations('mailbox');
  const format = useFormat();
  const id = useId();
  return (
    <li>
      <article aria-labelledby={id} className={styles['mail']}>
        <h2 id={id}>{subject}</h2>
        <dl className={styles['head']}>
          <div>
            <dt>{t('to')}</dt>
            <dd>{to}</dd>
          </div>
          <div>
            <dt>{t('sent')}</dt>
            <dd>{format.dateTime(createdAt)}</dd>
          </div>
        </dl>
        <p className={styles['text']}>
          {partsOf(text).map((part, index) =>
            part.href ? (
              <a key={index} href={part.href}>
                {part.text}
              </a>
            ) : (
              part.text
            ),
          )}
        </p>
      </article>
    </li>
  );
}
