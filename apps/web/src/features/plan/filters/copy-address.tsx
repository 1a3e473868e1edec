import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { announce } from '../../../lib/announce.tsx';
import { Button } from '../../../ui/button.tsx';
import { Icon } from '../../../ui/icon.tsx';

const noticeMs = 4000;

/** Copies the address of the view: a phone or a full screen shows no address bar. */
export function CopyAddress() {
  const t = useTranslations('plan');
  const [isCopied, setCopied] = useState(false);
  useEffect(() => {
    if (!isCopied) return undefined;
    const timer = setTimeout(() => setCopied(false), noticeMs);
    return () => clearTimeout(timer);
  }, [isCopied]);
  // Browsers offer the clipboard only over https and on localhost.
  if (!('clipboard' in navigator)) return null;
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(location.href);
      setCopied(true);
      announce(t('copied'));
    } catch {
      announce(t('notCopied'));
    }
  };
  return (
    <Button variant="quiet" size="small" onClick={() => void copy()}>
      <Icon name={isCopied ? 'check' : 'link'} />
      {isCopied ? t('copied') : t('copyAddress')}
    </Button>
  );
}
