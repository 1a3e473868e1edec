import { maxName } from '@vointi/shared/text/limits.ts';
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
        row={(index) => (
          <TextField
            label={t('alias', { number: index + 1 })}
            autoComplete="off"
            {...register(`aliases.${index}.text`, rules.text(maxName, { isOptional: true }))}
          />
        )}
        add={t('addAlias')}
        onAdd={() => append({ text: '' })}
        remove={words('remove')}
        removeName={(index) => t('removeAlias', { number: index + 1 })}
        onRemove={remove}
      />
    </Group>
  );
}
