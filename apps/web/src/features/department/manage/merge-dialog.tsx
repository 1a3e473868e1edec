import { useQuery } from '@tanstack/react-query';
import type { DepartmentRow } from '@vointi/shared/department/manage-contract.ts';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useLocalizedText } from '../../../lib/text.tsx';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/form/dialog.tsx';
import { Form } from '../../../ui/form/form.tsx';
import { Select } from '../../../ui/form/select.tsx';
import { useFields } from '../../../ui/form/use-fields.ts';
import { useRules } from '../../../ui/form/use-rules.ts';
import { departmentsQuery } from '../../../domain/department/queries.ts';
import { MergeStep } from './merge-step.tsx';
import { maxSlug } from '@vointi/shared/text/limits.ts';

type Props = { slug: string; row: DepartmentRow; onDone: (into: DepartmentRow) => void; onClose: () => void };

/** Chooses the target, shows the consequences, merges. */
export function MergeDialog({ slug, row, onDone, onClose }: Props) {
  const t = useTranslations('departmentManage');
  const words = useTranslations('form');
  const localize = useLocalizedText();
  const rules = useRules();
  const form = useFields<{ into: string }>({ into: '' });
  const { data } = useQuery(departmentsQuery(slug, {}));
  const [into, setInto] = useState<string | null>(null);
  const others = (data?.departments ?? []).filter(({ id }) => id !== row.id);
  return (
    <Dialog title={t('merge.title', { name: localize(row.name) })} isWide onClose={onClose}>
      {into === null ? (
        <Form
          form={form}
          submit={t('merge.look')}
          actions={<Button onClick={onClose}>{words('cancel')}</Button>}
          // oxlint-disable-next-line typescript/require-await -- `onSend` returns a promise; this form only goes to the next step.
          onSend={async (values) => setInto(values.into)}
        >
          <p>{t('merge.text')}</p>
          <Select
            label={t('merge.into')}
            options={[
              { value: '', label: t('merge.choose') },
              ...others.map(({ id, name }) => ({ value: id, label: localize(name) })),
            ]}
            {...form.register('into', rules.text(maxSlug))}
          />
        </Form>
      ) : (
        <MergeStep slug={slug} row={row} into={into} onBack={() => setInto(null)} onDone={onDone} />
      )}
    </Dialog>
  );
}
