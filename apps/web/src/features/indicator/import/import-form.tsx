import { useQueryClient } from '@tanstack/react-query';
import type { ImportPreview } from '@vointi/shared/indicator/import-contract.ts';
import { useId, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { announce } from '../../../lib/announce.tsx';
import { ProblemError } from '../../../lib/problem.ts';
import { Columns2 } from '../../../ui/form/columns.tsx';
import type { ComboOption } from '../../../ui/form/combobox.tsx';
import { FileDrop } from '../../../ui/form/file-drop.tsx';
import { FormProblem } from '../../../ui/form/form-notices.tsx';
import { TextField } from '../../../ui/form/text-field.tsx';
import { showToast } from '../../../ui/form/toast.tsx';
import styles from '../manage/manage.module.css';
import { refreshFigures } from '../../../domain/indicator/refresh.ts';
import { decode } from './decode.ts';
import { formatOf } from './format.ts';
import { IndicatorChoice } from './indicator-choice.tsx';
import { Preview } from './preview.tsx';
import { importFile, preview, type ImportFile } from './writes.ts';
import { maxImportBytes, maxLicence, maxSource } from '@vointi/shared/indicator/limits.ts';

type Props = { slug: string; year: string };
type Shown = { file: ImportFile; name: string; preview: ImportPreview };

/** A file of values: first what it would write, and every row that it could not; then, when asked, the writing. */
export function ImportForm({ slug, year }: Props) {
  const t = useTranslations('indicatorManage.file');
  const id = useId();
  const client = useQueryClient();
  const [indicator, setIndicator] = useState<ComboOption | null>(null);
  const [source, setSource] = useState('');
  const [licence, setLicence] = useState('');
  const [shown, setShown] = useState<Shown | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const [error, setError] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const result = useRef<HTMLDivElement>(null);

  const run = async (act: () => Promise<void>) => {
    setBusy(true);
    setProblem(null);
    try {
      await act();
    } catch (caught) {
      setProblem(caught);
    } finally {
      setBusy(false);
    }
  };
  const look = (file: ImportFile, name: string) =>
    run(async () => {
      setShown(null);
      const made = await preview(slug, file);
      setShown({ file, name, preview: made });
      announce(t('seen', { rows: made.rows, refused: made.refused.length }));
      requestAnimationFrame(() => result.current?.focus());
    });
  const take = async (given: File) => {
    setError(undefined);
    if (given.size > maxImportBytes) return setError(t('tooLarge'));
    const text = decode(new Uint8Array(await given.arrayBuffer()));
    if (text.trim() === '') return setError(t('emptyFile'));
    return look(
      {
        format: formatOf(given.name, text),
        text,
        indicator: indicator?.value ?? null,
        source: source.trim() ? { fi: source.trim() } : null,
        licence: licence.trim() || null,
      },
      given.name,
    );
  };
  const write = (skipRefused: boolean) =>
    run(async () => {
      if (!shown) return;
      const { fingerprint } = shown.preview;
      try {
        const done = await importFile(slug, shown.file, { fingerprint, skipRefused });
        setShown(null);
        showToast(t('done', done));
        await refreshFigures(client, slug);
      } catch (caught) {
        // Something has changed since: what would be written now is shown before anything is.
        const isOld = caught instanceof ProblemError && caught.code === 'conflict' && caught.current !== undefined;
        if (isOld) setShown({ ...shown, preview: caught.current as ImportPreview });
        throw caught;
      }
    });
  return (
    <div className={styles['form']}>
      <Columns2>
        <IndicatorChoice slug={slug} year={year} chosen={indicator} onChoose={setIndicator} />
        <TextField
          label={t('source')}
          hint={t('sourceHint')}
          isOptional
          maxLength={maxSource}
          value={source}
          onChange={({ target }) => setSource(target.value)}
        />
      </Columns2>
      <TextField
        label={t('licence')}
        isOptional
        isShort
        maxLength={maxLicence}
        value={licence}
        onChange={({ target }) => setLicence(target.value)}
      />
      <FileDrop
        id={`${id}-file`}
        label={t('file')}
        hint={t('fileHint')}
        choose={t('choose')}
        accept=".csv,.tsv,.txt,.json,text/csv,application/json"
        error={error}
        isBusy={isBusy}
        onFile={(file) => void take(file)}
      />
      <div role="alert">{problem !== null && <FormProblem problem={problem} />}</div>
      <div ref={result} tabIndex={-1}>
        {shown && (
          <Preview key={shown.preview.fingerprint} {...shown} isBusy={isBusy} onImport={(skip) => void write(skip)} />
        )}
      </div>
    </div>
  );
}
