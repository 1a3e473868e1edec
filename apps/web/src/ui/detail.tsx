import { useId, type ReactNode } from 'react';
import { cx } from './cx.ts';
import styles from './detail.module.css';

type Crumb = { href: string; children: string; lang?: string };

/** Links to the pages above this one, the nearest last. */
export const Breadcrumbs = ({ label, links }: { label: string; links: readonly Crumb[] }) => (
  <nav aria-label={label} className={styles['trail']}>
    <ol>
      {links.map((link) => (
        <li key={link.href}>
          <a {...link} />
        </li>
      ))}
    </ol>
  </nav>
);

type SectionProps = { title: ReactNode; lang?: string | undefined; note?: ReactNode; children: ReactNode };

/** A part of a page under its own heading. */
export function Section({ title, lang, note, children }: SectionProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={styles['section']}>
      <h2 id={id} lang={lang}>
        {title}
      </h2>
      {note && <p className={styles['note']}>{note}</p>}
      {children}
    </section>
  );
}

export const Lead = ({ children, lang }: { children: ReactNode; lang?: string }) => (
  <p className={styles['lead']} lang={lang}>
    {children}
  </p>
);

/** The main content with a side column, which is below it on small screens. */
export const Columns = ({ children, side }: { children: ReactNode; side: ReactNode }) => (
  <div className={styles['columns']}>
    <div>{children}</div>
    <div className={styles['side']}>{side}</div>
  </div>
);

/** Cards under each other, or beside each other where there is room. */
export const Cards = ({ children, wide = false }: { children: ReactNode; wide?: boolean }) => (
  <ul className={cx(styles['cards'], wide && styles['wide'])}>{children}</ul>
);

export const Card = ({ children }: { children: ReactNode }) => <li className={styles['card']}>{children}</li>;

/** A description list. */
export const Facts = ({ children }: { children: ReactNode }) => <dl className={styles['facts']}>{children}</dl>;

export const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);

/** Running text in lines of a readable length. */
export const Prose = ({ children }: { children: ReactNode }) => <div className={styles['prose']}>{children}</div>;
