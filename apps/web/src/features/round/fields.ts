import type { ManagedRound } from '@vointi/shared/round/manage-contract.ts';
import type { Text } from '@vointi/shared/text/text.ts';
import { dayText, parseDay } from '../../ui/form/day.ts';
import type { Suggestion } from './suggestion.ts';
import type { RoundBody } from './writes.ts';

type InLanguages = { fi: string; sv: string; en: string };

/** A round as its form has it: everything a string that can be typed. */
export type RoundFields = {
  year: string;
  name: InLanguages;
  periodAssessed: InLanguages;
  opensOn: string;
  closesOn: string;
};

type Known = Pick<ManagedRound, 'name' | 'periodAssessed' | 'opensOn' | 'closesOn'> | Suggestion;

const spread = ({ fi, sv, en }: Text): InLanguages => ({ fi, sv: sv ?? '', en: en ?? '' });

export const formOf = (round: Known, year: number): RoundFields => ({
  year: String(year),
  name: spread(round.name),
  periodAssessed: spread(round.periodAssessed),
  opensOn: dayText(round.opensOn),
  closesOn: dayText(round.closesOn),
});

const joined = ({ fi, sv, en }: InLanguages): Text => ({
  fi: fi.trim(),
  ...(sv.trim() && { sv: sv.trim() }),
  ...(en.trim() && { en: en.trim() }),
});

/** The same as the API takes it; the form has checked the days. */
export const bodyOf = (form: RoundFields): RoundBody => ({
  name: joined(form.name),
  periodAssessed: joined(form.periodAssessed),
  opensOn: parseDay(form.opensOn) ?? '',
  closesOn: parseDay(form.closesOn) ?? '',
});

/** Only what differs: what somebody else has changed elsewhere in the round stays theirs. */
export function changesOf(before: RoundBody, after: RoundBody): Partial<RoundBody> {
  const keys = Object.keys(after) as (keyof RoundBody)[];
  const changed = keys.filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]));
  return Object.fromEntries(changed.map((key) => [key, after[key]]));
}
