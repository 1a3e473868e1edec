import { useQueryClient } from '@tanstack/react-query';
import type { Me } from '@vointi/shared/session/contract.ts';
import { useState, type MouseEvent } from 'react';
import { useTranslations } from 'use-intl';
import { useProblemText } from '../../lib/use-problem-text.ts';
import { LocalizedText } from '../../lib/text.tsx';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Popover } from '../../ui/popover.tsx';
import { openPages } from '../../domain/admin/pages.ts';
import { adminPath } from '../../domain/paths.ts';
import styles from './account-menu.module.css';
import { signOut } from './actions.ts';

const close = (element: Element) => element.closest<HTMLElement>('[popover]')?.hidePopover();

/** The menu of the signed-in person. */
export function AccountMenu({ me }: { me: Me }) {
  const t = useTranslations('session');
  return (
    <Popover
      trigger={
        <>
          <Icon name="person" size={18} />
          <span className={styles['name']}>{me.displayName}</span>
        </>
      }
      name={t('menu', { name: me.displayName })}
      label={t('menuTitle')}
      align="end"
      variant="quiet"
      chevron={false}
      className={styles['trigger']}
    >
      <Menu me={me} />
    </Popover>
  );
}

function Menu({ me }: { me: Me }) {
  const t = useTranslations('session');
  const admin = useTranslations('admin');
  const reports = me.municipalities.some(({ can }) => can.includes('report:read'));
  const onClick = ({ target }: MouseEvent) => target instanceof Element && target.closest('a') && close(target);
  return (
    // A click on a link closes the menu; the links are the interactive elements.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/click-events-have-key-events
    <nav aria-label={t('ownPages')} className={styles['menu']} onClick={onClick}>
      <p className={styles['who']}>
        <b>{me.displayName}</b>
        {me.email}
      </p>
      {reports && (
        <ul>
          <li>
            <a href="/reporting">{t('nav.reporting')}</a>
          </li>
        </ul>
      )}
      {me.municipalities.map(({ slug, name, can }) => (
        <section key={slug} aria-labelledby={`own-${slug}`}>
          <h2 id={`own-${slug}`}>
            <LocalizedText text={name} />
          </h2>
          <ul>
            <li>
              <a href={`/${slug}`}>{t('nav.board')}</a>
            </li>
            {openPages(can).map((page) => (
              <li key={page}>
                <a href={adminPath(slug, page)}>{admin(`page.${page}`)}</a>
              </li>
            ))}
          </ul>
        </section>
      ))}
      <ul>
        <li>
          <a href="/account">{t('nav.account')}</a>
        </li>
      </ul>
      <div className={styles['out']}>
        <SignOut />
      </div>
    </nav>
  );
}

function SignOut() {
  const t = useTranslations('session');
  const problemText = useProblemText();
  const client = useQueryClient();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const go = async () => {
    if (isBusy) return;
    setBusy(true);
    setProblem(null);
    try {
      await signOut(client);
    } catch (error) {
      setProblem(error);
      setBusy(false);
    }
  };
  return (
    <>
      <div role="alert">{problem !== null && <p>{problemText(problem)}</p>}</div>
      <Button aria-disabled={isBusy} onClick={() => void go()}>
        {t(isBusy ? 'signingOut' : 'signOut')}
      </Button>
    </>
  );
}
