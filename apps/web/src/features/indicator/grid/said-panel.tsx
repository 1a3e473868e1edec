import { useId } from 'react';
import { useTranslations } from 'use-intl';
import { languages } from '@vointi/shared/text/text.ts';
import { useLanguage } from '../../../lib/intl.tsx';
import { useLocalizedText } from '../../../lib/text.tsx';
import { Checkbox } from '../../../ui/form/checkbox.tsx';
import { original, translations } from '../../../ui/form/form-texts.ts';
import { useLanguageLabels } from '../../../ui/form/use-language-labels.ts';
import { Details } from '../../../ui/details.tsx';
import { translate, withWord, type Draft, type Said } from './draft.ts';
import { cellKey, type Grid, type GridCell } from './model.ts';
import { SaidField } from './said-field.tsx';
import styles from './sheet.module.css';
import type { GridState } from './use-grid.ts';
import type { Spot } from './use-selection.ts';
import { maxLicence, maxSource, maxSourceId, maxValueNote } from '@vointi/shared/indicator/limits.ts';

type Props = { grid: Grid; state: GridState; spots: readonly Spot[] };

/** Where the chosen values are from and what is said of them: of one cell, or of a whole block at once. */
export function SaidPanel({ grid, state, spots }: Props) {
  const t = useTranslations('grid.said');
  const id = useId();
  const localize = useLocalizedText();
  const language = useLanguage();
  const { labelIn } = useLanguageLabels();
  const chosen = spots.flatMap(({ row, column }) => {
    const cell = grid.cells.get(cellKey(grid.rows[row]?.key ?? '', grid.columns[column]?.key ?? ''));
    return cell ? [cell] : [];
  });
  const filled = chosen.filter(({ key, isLocked }) => !isLocked && state.draftAt(key).text !== '');
  const [first] = chosen;
  const [one] = filled;
  const drafts = filled.map(({ key }) => state.draftAt(key));
  const change = (next: (draft: Draft) => Draft) =>
    state.edit(Object.fromEntries(filled.map(({ key }) => [key, next(state.draftAt(key))])));
  const put = (next: (said: Said) => Partial<Said>) =>
    change((draft) => ({ ...draft, said: { ...draft.said, ...next(draft.said) } }));
  /** What all of them have; null where they differ. */
  const shared = (of: (draft: Draft) => string) => {
    const all = new Set(drafts.map(of));
    return all.size === 1 ? ([...all][0] ?? '') : null;
  };
  const field = (name: 'sourceId' | 'licence', max: number) => (
    <SaidField
      label={t(name)}
      max={max}
      value={shared(({ said }) => said[name] ?? '')}
      hint={name === 'licence' ? inherited(filled, ({ licence }) => licence, t) : undefined}
      onWrite={(typed) => put(() => ({ [name]: typed.trim() || null }))}
    />
  );
  const words = (name: 'source' | 'note', of: (typeof languages)[number], max: number) => (
    <SaidField
      key={`${name}.${of}`}
      label={of === original ? t(name) : labelIn(t(name))(of)}
      lang={of}
      max={max}
      value={shared(({ said }) => said[name]?.[of] ?? '')}
      hint={
        name === 'source' && of === original
          ? inherited(filled, ({ source }) => source && localize(source), t)
          : undefined
      }
      isDisabled={of !== original && drafts.some(({ said }) => said[name] === null)}
      onWrite={(typed) => put((said) => ({ [name]: withWord(said[name], of, typed) }))}
    />
  );
  const uncertain = new Set(drafts.map(({ said }) => said.isUncertain));
  return (
    <section className={styles['about']} aria-labelledby={id}>
      <h3 id={id}>{t('title')}</h3>
      <p role="status">
        {chosen.length === 1 && first
          ? t('one', first.names)
          : t('many', { count: chosen.length, filled: filled.length })}
      </p>
      {one ? (
        <>
          <div className={styles['fields']}>
            {words('source', original, maxSource)}
            {field('licence', maxLicence)}
            {words('note', original, maxValueNote)}
          </div>
          <Checkbox
            label={t('uncertain')}
            note={uncertain.size > 1 ? t('differ') : t('uncertainNote')}
            checked={uncertain.size === 1 && uncertain.has(true)}
            onChange={({ target }) => put(() => ({ isUncertain: target.checked }))}
          />
          {filled.length === 1 && one.kind === 'text' && drafts[0]?.words && (
            <div className={styles['fields']}>
              {languages
                .filter((of) => of !== language)
                .map((of) => (
                  <SaidField
                    key={of}
                    label={labelIn(t('text'))(of)}
                    lang={of}
                    max={maxValueNote}
                    value={shared(({ words: texts }) => texts?.[of] ?? '')}
                    onWrite={(typed) => change((draft) => translate(draft, of, typed, language))}
                  />
                ))}
            </div>
          )}
          <Details summary={t('more')}>
            <div className={styles['fields']}>
              {field('sourceId', maxSourceId)}
              {translations.flatMap((of) => [words('source', of, maxSource), words('note', of, maxValueNote)])}
            </div>
          </Details>
        </>
      ) : (
        <p>{t('empty')}</p>
      )}
    </section>
  );
}

type Words = ReturnType<typeof useTranslations<'grid.said'>>;

/** What holds where nothing is written: the indicator's own, when it is one for all of the cells. */
function inherited(cells: readonly GridCell[], of: (origin: GridCell['origin']) => string | null, t: Words): string {
  const all = new Set(cells.map(({ origin }) => of(origin)));
  const [own] = all;
  if (all.size > 1) return t('inheritedEach');
  return own ? t('inherited', { own }) : t('inheritedNone');
}
