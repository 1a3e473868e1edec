import { maxRoom } from '@vointi/shared/display/limits.ts';
import { codeAlphabet, codeLength, plainCode } from '@vointi/shared/display/code.ts';
import type { DisplayRow } from '@vointi/shared/display/contract.ts';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { reasonOf } from '../../../lib/problem.ts';
import { Checkbox } from '../../../ui/form/checkbox.tsx';
import { FormDialog } from '../../../ui/form/form-dialog.tsx';
import { TextField } from '../../../ui/form/text-field.tsx';
import { useFields } from '../../../ui/form/use-fields.ts';
import { useRules } from '../../../ui/form/use-rules.ts';
import { createDisplay } from './queries.ts';

type Props = { slug: string; onDone: (row: DisplayRow) => void; onClose: () => void };

const isCode = (typed: string) => {
  const code = plainCode(typed);
  return code.length === codeLength && [...code].every((letter) => codeAlphabet.includes(letter));
};

/** Pairs a screen: the code that it shows, and the name of its room. */
export function PairDialog({ slug, onDone, onClose }: Props) {
  const t = useTranslations('displayManage.pair');
  const words = useTranslations('form');
  const rules = useRules();
  const form = useFields<{ code: string; room: string; isSeen: boolean }>({ code: '', room: '', isSeen: false });
  const [elsewhere, setElsewhere] = useState<string | null>(null);
  const send = async (typed: { code: string; room: string; isSeen: boolean }) => {
    const code = plainCode(typed.code);
    // The confirmation holds for the code that it was given for.
    const isSeen = typed.isSeen && code === elsewhere;
    try {
      onDone(await createDisplay(slug, { code, room: typed.room.trim(), isSeen }));
    } catch (error) {
      if (reasonOf(error, 'code')?.reason === 'screen_elsewhere') {
        if (code !== elsewhere) form.setValue('isSeen', false);
        setElsewhere(code);
      }
      throw error;
    }
  };
  return (
    <FormDialog title={t('title')} form={form} submit={t('send')} onSend={send} onClose={onClose}>
      <p>{t('text', { address: `${location.host}/display` })}</p>
      <TextField
        label={t('code')}
        hint={t('codeHint')}
        isShort
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        {...form.register('code', {
          validate: (typed) => (typed.trim() === '' ? words('required') : isCode(typed) || t('codeFormat')),
        })}
      />
      <TextField
        label={t('room')}
        hint={t('roomHint')}
        autoComplete="off"
        {...form.register('room', rules.text(maxRoom))}
      />
      {elsewhere !== null && <Checkbox label={t('seen')} note={t('seenNote')} {...form.register('isSeen')} />}
    </FormDialog>
  );
}
