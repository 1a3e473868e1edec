import type { ManagedRound } from '@vointi/shared/round/manage-contract.ts';
import { dayText, parseDay } from '../../ui/form/day.ts';
import type { Suggestion } from './suggestion.ts';
import type { RoundBody } from './writes.ts';
import { type InLanguages, joined, spread } from '../../ui/form/in-languages.ts';

/** A round as its form has it: everything a string that can be typed. */
export type RoundFields = {
  year: string;
  name: InLanguages;
  periodAssessed: InLanguages;
  opensOn: string;
  closesOn: string;
};

type Known = Pick<ManagedRound, 'name' | 'periodAssessed' | 'opensOn' | 'closesOn'> | Suggestion;

export const formOf = (round: Known, year: number): RoundFields => ({
  year: String(year),
  name: spread(round.name),
  periodAssessed: spread(round.periodAssessed),
  opensOn: dayText(round.opensOn),
  closesOn: dayText(round.closesOn),
});

/** The same as the API takes it; the form has checked the days. */
export const bodyOf = (form: RoundFields): RoundBody => ({
  name: joined(form.name),
  periodAssessed: joined(form.periodAssessed),
  opensOn: parseDay(form.opensOn) ?? '',
  closesOn: parseDay(form.closesOn) ?? '',
});
