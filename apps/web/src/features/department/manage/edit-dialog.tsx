import { useQuery } from '@tanstack/react-query';
import { departmentKinds } from '@vointi/shared/department/kind.ts';
import type { DepartmentRow } from '@vointi/shared/department/manage-contract.ts';
import { useRef } from 'react';
import { useTranslations } from 'use-intl';
import { useText } from '../../../lib/text.tsx';
import { Button } from '../../../ui/button.tsx';
import { Columns2 } from '../../../ui/form/columns.tsx';
import { FormDialog } from '../../../ui/form/form-dialog.tsx';
import { Form } from '../../../ui/form/form.tsx';
import { Select } from '../../../ui/form/select.tsx';
import { TextField } from '../../../ui/form/text-field.tsx';
import { useFields } from '../../../ui/form/use-fields.ts';
import { useRules } from '../../../ui/form/use-rules.ts';
import { AliasFields } from './alias-fields.tsx';
import { changesOf } from '../../../ui/form/changes-of.ts';
import { bodyOf, formOf, type ManageFields } from './fields.ts';
import { departmentsQuery } from '../../../domain/department/queries.ts';
import { create, update } from './writes.ts';
import { useDifferences } from './use-differences.ts';

type Props = {
  slug: string;
  /** Null: a new one. */
  row: DepartmentRow | null;
  onDone: (row: DepartmentRow) => void;
  onClose: () => void;
};

export function EditDialog({ slug, row, onDone, onClose }: Props) {
  const t = useTranslations('departmentManage');
  const kind = useTranslations('department.kind');
  const words = useTranslations('form');
  const say = useText();
  const rules = useRules();
  const differences = useDifferences();
  const start = useRef(row);
  const form = useFields<ManageFields>(formOf(row));
  const { data } = useQuery(departmentsQuery(slug, {}));
  const { register } = form;
  const optional = { isOptional: true };
  const others = (data?.departments ?? []).filter(({ id }) => id !== row?.id);

  const save = async (values: ManageFields) => {
    const body = bodyOf(values);
    const before = start.current;
    onDone(
      before
        ? await update(slug, before.id, { version: before.version, ...changesOf(bodyOf(formOf(before)), body) })
        : await create(slug, body),
    );
  };
  return (
    <FormDialog title={row ? t('editOf', { name: say(row.name) }) : t('add')} form={form} onClose={onClose}>
      {(close) => (
        <Form
          form={form}
          onSend={save}
          onConflict={(current) => {
            const base = start.current;
            start.current = current as DepartmentRow;
            return differences(form, base, start.current);
          }}
          actions={<Button onClick={close}>{words('cancel')}</Button>}
        >
          <TextField label={t('name.fi')} lang="fi" autoComplete="off" {...register('name.fi', rules.text(120))} />
          <Columns2>
            <TextField label={t('name.sv')} lang="sv" isOptional {...register('name.sv', rules.text(120, optional))} />
            <TextField label={t('name.en')} lang="en" isOptional {...register('name.en', rules.text(120, optional))} />
          </Columns2>
          <TextField
            label={t('shortName.fi')}
            hint={t('shortName.hint')}
            lang="fi"
            isOptional
            {...register('shortName.fi', {
              validate: (value, { shortName }) =>
                rules.text(60, { isOptional: !shortName.sv.trim() && !shortName.en.trim() }).validate(value),
            })}
          />
          <Columns2>
            <TextField
              label={t('shortName.sv')}
              lang="sv"
              isOptional
              {...register('shortName.sv', rules.text(60, optional))}
            />
            <TextField
              label={t('shortName.en')}
              lang="en"
              isOptional
              {...register('shortName.en', rules.text(60, optional))}
            />
          </Columns2>
          <Select
            label={t('kindLabel')}
            options={departmentKinds.map((value) => ({ value, label: kind(value) }))}
            {...register('kind')}
          />
          <AliasFields form={form} />
          <TextField
            label={t('contact')}
            hint={t('contactHint')}
            isOptional
            autoComplete="off"
            {...register('contact', rules.text(200, optional))}
          />
          <Select
            label={t('successor')}
            hint={t('successorHint')}
            isOptional
            options={[
              { value: '', label: t('noSuccessor') },
              ...others.map((one) => ({ value: one.slug, label: say(one.name) })),
            ]}
            {...register('successor')}
          />
          <Columns2>
            <TextField
              label={t('validFrom')}
              hint={words('dayHint')}
              isShort
              isOptional
              inputMode="decimal"
              {...register('validFrom', rules.day(optional))}
            />
            <TextField
              label={t('validTo')}
              hint={words('dayHint')}
              isShort
              isOptional
              inputMode="decimal"
              {...register('validTo', rules.day(optional))}
            />
          </Columns2>
        </Form>
      )}
    </FormDialog>
  );
}
