import { useFieldArray, type UseFormReturn } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { FieldRows } from '../../../ui/form/field-rows.tsx';
import { Group } from '../../../ui/form/group.tsx';
import { TextField } from '../../../ui/form/text-field.tsx';
import { useRules } from '../../../ui/form/use-rules.ts';
import type { DepartmentForm } from './fields.ts';

/** Other names of the department in plans and files. */
export function AliasFields({ form: { control, register } }: { form: UseFormReturn<DepartmentForm> }) {
  const t = useTranslations('departmentManage');
  const words = useTranslations('form');
  const rules = useRules();
  const { fields, append, remove } = useFieldArray({ control, name: 'aliases' });
  return (
    <Group label={t('aliases')} hint={t('aliasesHint')} name="aliases">
      <FieldRows
        ids={fields.map(({ id }) => id)}
        row={(at) => (
          <TextField
            label={t('alias', { number: at + 1 })}
            autoComplete="off"
            {...register(`aliases.${at}.text`, rules.text(120, { isOptional: true }))}
          />
        )}
        add={t('addAlias')}
        onAdd={() => append({ text: '' })}
        remove={words('remove')}
        removeName={(at) => t('removeAlias', { number: at + 1 })}
        onRemove={remove}
      />
    </Group>
  );
}
