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
type PreviewedFile = { file: ImportFile; name: string; preview: ImportPreview };

/** Previews a file of values with its refused rows, and imports it on request. */
export function ImportForm({ slug, year }: Props) {
  const t = useTranslations('indicatorManage.file');
  const id = useId();
  const client = useQueryClient();
  const [indicator, setIndicator] = useState<ComboOption | null>(null);
  const [source, setSource] = useState('');
  const [licence, setLicence] = useState('');
  const [previewed, setPreviewed] = useState<PreviewedFile | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const [error, setError] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const result = useRef<HTMLDivElement>(null);

  const run = async (work: () => Promise<void>) => {
    setBusy(true);
    setProblem(null);
    try {
      await work();
    } catch (caught) {
      setProblem(caught);
    } finally {
      setBusy(false);
    }
  };
  const showPreview = (file: ImportFile, name: string) =>
    run(async () => {
      setPreviewed(null);
      const answer = await preview(slug, file);
      setPreviewed({ file, name, preview: answer });
      announce(t('seen', { rows: answer.rows, refused: answer.refused.length }));
      requestAnimationFrame(() => result.current?.focus());
    });
  const readFile = async (file: File) => {
    setError(undefined);
    if (file.size > maxImportBytes) return setError(t('tooLarge'));
    const text = decode(new Uint8Array(await file.arrayBuffer()));
    if (text.trim() === '') return setError(t('emptyFile'));
    return showPreview(
      {
        format: formatOf(file.name, text),
        text,
        indicator: indicator?.value ?? null,
        source: source.trim() ? { fi: source.trim() } : null,
        licence: licence.trim() || null,
      },
      file.name,
    );
  };
  const write = (skipRefused: boolean) =>
    run(async () => {
      if (!previewed) return;
      const { fingerprint } = previewed.preview;
      try {
        const done = await importFile(slug, previewed.file, { fingerprint, skipRefused });
        setPreviewed(null);
        showToast(t('done', done));
        await refreshFigures(client, slug);
      } catch (caught) {
        // The values changed after the preview: show a new preview before writing.
        const isOutdated = caught instanceof ProblemError && caught.code === 'conflict' && caught.current !== undefined;
        if (isOutdated) setPreviewed({ ...previewed, preview: caught.current as ImportPreview });
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
        onFile={(file) => void readFile(file)}
      />
      <div role="alert">{problem !== null && <FormProblem problem={problem} />}</div>
      <div ref={result} tabIndex={-1}>
        {previewed && (
          <Preview
            key={previewed.preview.fingerprint}
            {...previewed}
            isBusy={isBusy}
            onImport={(skip) => void write(skip)}
          />
        )}
      </div>
    </div>
  );
}
