import { useTranslations } from 'use-intl';
import { Button } from '../../../ui/button.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { CopyAddress } from './copy-address.tsx';

/** Ways to take the view along: its address, and paper. */
export function TakeAlong() {
  const t = useTranslations('plan');
  return (
    <>
      <CopyAddress />
      <Button variant="quiet" size="small" onClick={() => print()}>
        <Icon name="print" />
        {t('print')}
      </Button>
    </>
  );
}
