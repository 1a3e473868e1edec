import { useId } from 'react';
import { useTranslations } from 'use-intl';
import { languages } from '@vointi/shared/text/text.ts';
import { useLanguage } from '../../../lib/intl.tsx';
import { useLocalizedText } from '../../../lib/text.tsx';
import { Checkbox } from '../../../ui/form/checkbox.tsx';
import { original, translations } from '../../../ui/form/form-texts.ts';
import { useLanguageLabels } from '../../../ui/form/use-language-labels.ts';
import { Details } from '../../../ui/details.tsx';
import { translate, withTranslation, type Draft, type ValueMetadata } from './draft.ts';
import { gridKey, type Grid, type GridCell } from './model.ts';
import { ValueMetadataField } from './value-metadata-field.tsx';
import styles from './sheet.module.css';
import type { GridState } from './use-grid.ts';
import type { CellPosition } from './use-selection.ts';
import { maxLicence, maxSource, maxSourceId, maxValueNote } from '@vointi/shared/indicator/limits.ts';

type Props = { grid: Grid; state: GridState; positions: readonly CellPosition[] };

/** Edits the source, licence and notes of the selected values: of one cell, or of a block at once. */
export function ValueMetadataPanel({ grid, state, positions }: Props) {
  const t = useTranslations('grid.said');
  const id = useId();
  const localize = useLocalizedText();
  const language = useLanguage();
  const { labelIn } = useLanguageLabels();
  const selected = positions.flatMap(({ row, column }) => {
    const cell = grid.cells.get(gridKey(grid.rows[row]?.key ?? '', grid.columns[column]?.key ?? ''));
    return cell ? [cell] : [];
  });
  const filled = selected.filter(({ key, isLocked }) => !isLocked && state.draftAt(key).text !== '');
  const [first] = selected;
  const [one] = filled;
  const drafts = filled.map(({ key }) => state.draftAt(key));
  const change = (next: (draft: Draft) => Draft) =>
    state.edit(Object.fromEntries(filled.map(({ key }) => [key, next(state.draftAt(key))])));
  const put = (next: (metadata: ValueMetadata) => Partial<ValueMetadata>) =>
    change((draft) => ({ ...draft, metadata: { ...draft.metadata, ...next(draft.metadata) } }));
  /** The value that all have; null where they differ. */
  const shared = (of: (draft: Draft) => string) => {
    const all = new Set(drafts.map(of));
    return all.size === 1 ? ([...all][0] ?? '') : null;
  };
  const field = (name: 'sourceId' | 'licence', max: number) => (
    <ValueMetadataField
      label={t(name)}
      max={max}
      value={shared(({ metadata }) => metadata[name] ?? '')}
      hint={name === 'licence' ? inherited(filled, ({ licence }) => licence, t) : undefined}
      onWrite={(text) => put(() => ({ [name]: text.trim() || null }))}
    />
  );
  const textField = (name: 'source' | 'note', of: (typeof languages)[number], max: number) => (
    <ValueMetadataField
      key={`${name}.${of}`}
      label={of === original ? t(name) : labelIn(t(name))(of)}
      lang={of}
      max={max}
      value={shared(({ metadata }) => metadata[name]?.[of] ?? '')}
      hint={
        name === 'source' && of === original
          ? inherited(filled, ({ source }) => source && localize(source), t)
          : undefined
      }
      isDisabled={of !== original && drafts.some(({ metadata }) => metadata[name] === null)}
      onWrite={(text) => put((metadata) => ({ [name]: withTranslation(metadata[name], of, text) }))}
    />
  );
  const uncertain = new Set(drafts.map(({ metadata }) => metadata.isUncertain));
  return (
    <section className={styles['about']} aria-labelledby={id}>
      <h3 id={id}>{t('title')}</h3>
      <p role="status">
        {selected.length === 1 && first
          ? t('one', first.names)
          : t('many', { count: selected.length, filled: filled.length })}
      </p>
      {one ? (
        <>
          <div className={styles['fields']}>
            {textField('source', original, maxSource)}
            {field('licence', maxLicence)}
            {textField('note', original, maxValueNote)}
          </div>
          <Checkbox
            label={t('uncertain')}
            note={uncertain.size > 1 ? t('differ') : t('uncertainNote')}
            checked={uncertain.size === 1 && uncertain.has(true)}
            onChange={({ target }) => put(() => ({ isUncertain: target.checked }))}
          />
          {filled.length === 1 && one.kind === 'text' && drafts[0]?.localizedText && (
            <div className={styles['fields']}>
              {languages
                .filter((of) => of !== language)
                .map((of) => (
                  <ValueMetadataField
                    key={of}
                    label={labelIn(t('text'))(of)}
                    lang={of}
                    max={maxValueNote}
                    value={shared(({ localizedText }) => localizedText?.[of] ?? '')}
                    onWrite={(text) => change((draft) => translate(draft, of, text, language))}
                  />
                ))}
            </div>
          )}
          <Details summary={t('more')}>
            <div className={styles['fields']}>
              {field('sourceId', maxSourceId)}
              {translations.flatMap((of) => [textField('source', of, maxSource), textField('note', of, maxValueNote)])}
            </div>
          </Details>
        </>
      ) : (
        <p>{t('empty')}</p>
      )}
    </section>
  );
}

type Translate = ReturnType<typeof useTranslations<'grid.said'>>;

/** Tells what the empty field inherits: the indicator's own, when all cells share one. */
function inherited(
  cells: readonly GridCell[],
  of: (origin: GridCell['origin']) => string | null,
  t: Translate,
): string {
  const all = new Set(cells.map(({ origin }) => of(origin)));
  const [own] = all;
  if (all.size > 1) return t('inheritedEach');
  return own ? t('inherited', { own }) : t('inheritedNone');
}
