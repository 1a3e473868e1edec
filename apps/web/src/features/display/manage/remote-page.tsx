import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { codeOf } from '../../../lib/problem.ts';
import { Empty } from '../../../ui/empty.tsx';
import { ErrorNotice } from '../../../ui/error-notice.tsx';
import { AdminFrame } from '../../../domain/admin/admin-frame.tsx';
import { adminPath } from '../../../domain/paths.ts';
import { displayQuery } from './queries.ts';
import { Remote } from './remote.tsx';

export function Page() {
  const { id } = useParams({ from: '/admin/$slug/displays/$id' });
  return <AdminFrame page="displays">{(slug) => <Room slug={slug} id={id} />}</AdminFrame>;
}

function Room({ slug, id }: { slug: string; id: string }) {
  const t = useTranslations('displayManage.remote');
  const { data, error, refetch } = useQuery(displayQuery(slug, id));
  if (data) return <Remote slug={slug} row={data} />;
  if (error && ['not_found', 'invalid_request'].includes(codeOf(error)))
    return (
      <Empty title={t('gone')}>
        <p>
          <a href={adminPath(slug, 'displays')}>{t('back')}</a>
        </p>
      </Empty>
    );
  return error ? <ErrorNotice error={error} onRetry={() => void refetch()} /> : null;
}
