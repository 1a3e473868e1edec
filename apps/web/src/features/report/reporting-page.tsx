import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslations } from 'use-intl';
import { useMe } from '../../domain/session/queries.ts';
import { Empty } from '../../ui/empty.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { QueryPage } from '../../ui/query-page.tsx';
import { type ReportingData, reportingQuery } from './api.ts';
import { ReportingFormList, ReportingFormNav } from './reporting-form-nav.tsx';
import { ReportingFormView } from './reporting-form-view.tsx';
import styles from './reporting-form.module.css';
import { openForm, hasLocalCopies, chooseForm, formKey, requestedForm } from './reporting-forms.ts';

/** The reporting page: one form at a time, of one department in one round. */
export function Page() {
  const t = useTranslations('reporting');
  const app = useTranslations('app');
  const requested = requestedForm(useSearch({ from: '/reporting' }));
  const isOverseer = useMe().municipalities.some(
    ({ can }) => can.includes('round:read') && can.includes('report:read'),
  );
  // A reporter loads their few forms at once; an overseer of all departments only those of the chosen one.
  const query = useQuery(reportingQuery(isOverseer ? requested : {}));
  const missing = { title: t('title'), text: t('none'), href: '/reporting', link: app('notFound.home') };
  return (
    <QueryPage query={query} title={t('title')} missing={missing}>
      {(data) => (
        <div className={styles['page']}>
          <ReportingForms data={data} isOverseer={isOverseer} />
        </div>
      )}
    </QueryPage>
  );
}

function ReportingForms({ data, isOverseer }: { data: ReportingData; isOverseer: boolean }) {
  const t = useTranslations('reporting');
  const me = useMe();
  const requested = requestedForm(useSearch({ from: '/reporting' }));
  const { desks: forms, askedAt } = data;
  useEffect(() => {
    // Forms with unsent copies of an earlier page continue to send, whichever department is shown.
    for (const form of forms) if (hasLocalCopies(me.id, form)) openForm(me.id, form);
  }, [me.id, forms]);
  if (isOverseer && requested.department === undefined && forms.length > 1) return <ReportingFormList forms={forms} />;
  const form = chooseForm(forms, requested);
  if (!form) {
    return (
      <>
        <PageHeading title={t('title')}>{t('title')}</PageHeading>
        <Empty title={t('none')}>
          <p>{t('noneText')}</p>
        </Empty>
      </>
    );
  }
  return (
    <>
      {isOverseer && <a href="/reporting">{t('allDepartments')}</a>}
      {forms.length > 1 && <ReportingFormNav forms={forms} current={form} />}
      <ReportingFormView key={formKey(form)} form={form} askedAt={askedAt} />
    </>
  );
}
