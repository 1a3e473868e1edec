import fc from 'fast-check';
import { allowedOf, keysOf, type FilterField } from '../../filter/field.ts';
import { boardFields, type BoardFilter, type BoardOptions, type MeasureInPlan } from '../filter-fields.ts';

export const boardFieldOf = (key: keyof BoardFilter): FilterField<MeasureInPlan, BoardOptions> => boardFields[key];

/** The valid values of a filter on this board; none when it takes any text. */
export const allowedIn = (key: keyof BoardFilter, board: BoardOptions) => allowedOf(boardFieldOf(key), board) ?? [];

/** Any values of every filter in the table, also repeated and unordered ones, as an address may hold. */
export const anyFilterOf = (board: BoardOptions, texts: readonly string[]): fc.Arbitrary<BoardFilter> =>
  fc.record(
    Object.fromEntries(
      keysOf(boardFields).map((key) => {
        const { kind } = boardFieldOf(key);
        if (kind === 'text') return [key, fc.constantFrom(undefined, undefined, '', ...texts)];
        if (kind === 'flag') return [key, fc.constantFrom(undefined, undefined, true, false)];
        const values = fc.constantFrom(...allowedIn(key, board));
        return [key, kind === 'one' ? fc.option(values, { nil: undefined }) : fc.array(values, { maxLength: 4 })];
      }),
    ),
  ) as fc.Arbitrary<BoardFilter>;
