import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { useLocalizedText } from '../../lib/text.tsx';
import { Button } from '../../ui/button.tsx';
import { FormContext } from '../../ui/form/form-context.ts';
import { TextArea } from '../../ui/form/text-area.tsx';
import type { Field } from './check.ts';
import { fieldId, useFigureText, useFieldProblemText } from './fields.ts';
import { FigureField, FigureProposal } from './figure-field.tsx';
import { formerNoteOf, needsReason } from './form-values.ts';
import styles from './row-fields.module.css';
import { useActions, useEntry } from './use-reporting-form.ts';
import { maxDraftNote } from '@vointi/shared/report/limits.ts';

/** The fields below the light: note or reason, evidence, and the year's figures. */
export function RowFields({ id }: { id: string }) {
  const t = useTranslations('reporting');
  const localize = useLocalizedText();
  const actions = useActions();
  const form = useRowForm(id);
  const entry = useEntry(id);
  if (!entry) return null;
  const { row, start } = entry;
  const values = entry.values ?? start;
  const isDone = values.progress === 'done';
  const asksEvidence = isDone && row.previous?.progress !== 'done';
  const isAskedWhy = needsReason(values, row);
  return (
    <FormContext value={form}>
      <div
        className={styles['fields']}
        role="group"
        aria-label={t('answerOf', { measure: localize(row.measure.title) })}
      >
        <FormerNote id={id} />
        <TextArea
          name="note"
          rows={2}
          maxLength={maxDraftNote}
          label={t(isAskedWhy ? 'why' : 'note')}
          isOptional={!isAskedWhy}
          value={values.note}
          onChange={({ target: { value: note } }) => actions.write(id, (now) => ({ ...now, note }))}
        />
        <FigureProposal id={id} />
        {(isDone || values.evidence !== '') && (
          <TextArea
            name="evidence"
            rows={1}
            maxLength={maxDraftNote}
            label={t('evidence')}
            hint={asksEvidence ? t(row.figures.length > 0 ? 'evidenceOrFigure' : 'evidenceHint') : undefined}
            isOptional={!asksEvidence}
            value={values.evidence}
            onChange={({ target: { value: evidence } }) => actions.write(id, (now) => ({ ...now, evidence }))}
          />
        )}
        {row.figures.length > 0 && (
          <div className={styles['figures']}>
            {row.figures.map((figure) => (
              <FigureField key={figure.indicator} id={id} figure={figure} />
            ))}
          </div>
        )}
      </div>
    </FormContext>
  );
}

/** The note of the last answer with its round, above the empty field, and a button that begins with it. */
function FormerNote({ id }: { id: string }) {
  const t = useTranslations('reporting');
  const localize = useLocalizedText();
  const actions = useActions();
  const entry = useEntry(id);
  if (!entry?.row.previous) return null;
  const former = formerNoteOf(entry.row);
  if (former === '' || (entry.values ?? entry.start).note === former) return null;
  return (
    <div className={styles['former']}>
      <p>
        {t('formerNote', { round: localize(entry.row.previous.round) })} <q>{former}</q>
      </p>
      <Button size="small" onClick={() => actions.takeOver(id)}>
        {t('takeOver')}
      </Button>
    </div>
  );
}

/** Gives the fields of a row their ids, their problems, and the values that another person saved. */
function useRowForm(id: string) {
  const problemText = useFieldProblemText();
  const figureText = useFigureText();
  const actions = useActions();
  const entry = useEntry(id);
  const problems = entry?.problems;
  const figures = entry?.row.figures;
  return useMemo(
    () => ({
      idOf: (name: string) => fieldId(id, name as Field),
      errorOf: (name: string) => {
        const kind = problems?.[name as Field];
        return kind && problemText(kind, figures !== undefined && figures.length > 0);
      },
      theirsOf: (name: string) => {
        if (problems?.[name as Field] !== 'figureChanged') return undefined;
        const figure = figures?.find(({ indicator }) => name === `figures.${indicator}`);
        if (!figure) return undefined;
        return {
          text: figureText(figure),
          use: () => actions.figure(id, figure.indicator, ''),
        };
      },
      register: () => () => {},
    }),
    [id, problems, figures, problemText, figureText, actions],
  );
}
