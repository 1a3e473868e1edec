import type { Board } from '@vointi/shared/plan/contract.ts';
import { exportBoardCsv } from '@vointi/shared/plan/endpoints.ts';
import { useTranslations } from 'use-intl';
import { addressOf } from '../../../lib/call.ts';
import { useLanguage } from '../../../lib/intl.tsx';
import { Button, buttonClass } from '../../../ui/button.tsx';
import { Icon } from '../../../ui/icon.tsx';
import type { BoardSearch } from '../board-search.ts';
import { CopyAddress } from './copy-address.tsx';

type Props = { board: Board; search: BoardSearch };

/** Ways to take the view along: its address, a file with its filters, and paper. */
export function TakeAlong({ board: { municipality, year }, search }: Props) {
  const t = useTranslations('plan');
  const lang = useLanguage();
  const { view: _view, sort: _sort, isNew, ...rest } = search;
  const query = {
    ...rest,
    lang,
    ...(isNew !== undefined && { isNew: isNew ? ('true' as const) : ('false' as const) }),
  };
  const params = { slug: municipality.slug, year: String(year) };
  return (
    <>
      <CopyAddress />
      <a
        href={addressOf(exportBoardCsv, { params, query })}
        download={`vointi-${municipality.slug}-${year}.csv`}
        className={buttonClass({ variant: 'quiet', size: 'small' })}
      >
        <Icon name="down" />
        {t('csv')}
      </a>
      <Button variant="quiet" size="small" onClick={() => print()}>
        <Icon name="print" />
        {t('print')}
      </Button>
    </>
  );
}
