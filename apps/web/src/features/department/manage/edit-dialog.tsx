import { useQuery } from '@tanstack/react-query';
import { departmentKinds } from '@vointi/shared/department/kind.ts';
import type { DepartmentRow } from '@vointi/shared/department/manage-contract.ts';
import { useTranslations } from 'use-intl';
import { useLocalizedText } from '../../../lib/text.tsx';
import { Columns2 } from '../../../ui/form/columns.tsx';
import { DayField } from '../../../ui/form/day-field.tsx';
import { FormDialog } from '../../../ui/form/form-dialog.tsx';
import { LocalizedField } from '../../../ui/form/localized-field.tsx';
import { useLanguageLabels } from '../../../ui/form/use-language-labels.ts';
import { Select } from '../../../ui/form/select.tsx';
import { TextField } from '../../../ui/form/text-field.tsx';
import { useDefinedForm } from '../../../ui/form/use-defined-form.ts';
import { AliasFields } from './alias-fields.tsx';
import { departmentForm } from './fields.ts';
import { departmentsQuery } from '../../../domain/department/queries.ts';
import { create, update } from './writes.ts';

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
  const localize = useLocalizedText();
  const { data } = useQuery(departmentsQuery(slug, {}));
  const others = (data?.departments ?? []).filter(({ id }) => id !== row?.id);
  const { labelIn } = useLanguageLabels();
  const { form, sending, input, texts } = useDefinedForm(departmentForm, {
    row,
    create: (body) => create(slug, body),
    update: ({ id }, body) => update(slug, id, body),
    onDone,
  });
  return (
    <FormDialog title={row ? t('editOf', { name: localize(row.name) }) : t('add')} {...sending} onClose={onClose}>
      <LocalizedField label={labelIn(t('nameLabel'))} autoComplete="off" {...texts('name')} />
      <LocalizedField label={labelIn(t('shortNameLabel'))} hint={t('shortNameHint')} {...texts('shortName')} />
      <Select
        label={t('kindLabel')}
        options={departmentKinds.map((value) => ({ value, label: kind(value) }))}
        {...input('kind')}
      />
      <AliasFields form={form} />
      <TextField label={t('contact')} hint={t('contactHint')} autoComplete="off" {...input('contact')} />
      <Select
        label={t('successor')}
        hint={t('successorHint')}
        options={[
          { value: '', label: t('noSuccessor') },
          ...others.map((one) => ({ value: one.slug, label: localize(one.name) })),
        ]}
        {...input('successor')}
      />
      <Columns2>
        <DayField label={t('validFrom')} {...input('validFrom')} />
        <DayField label={t('validTo')} {...input('validTo')} />
      </Columns2>
    </FormDialog>
  );
}
