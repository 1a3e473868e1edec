import { isSameJson } from '@vointi/shared/json/is-same-json.ts';
import type { FieldKind } from './field-kinds.ts';

export type Fields = Record<string, FieldKind<unknown, unknown>>;
/** The values in the form, by field. */
export type FormOf<F> = { [K in keyof F]: F[K] extends FieldKind<infer _, infer Typed> ? Typed : never };
/** The values that the API takes, by field. */
export type BodyOf<F> = { [K in keyof F]: F[K] extends FieldKind<infer Value, infer _> ? Value : never };

type Declaration<F extends Fields, Row> = {
  /** By the keys that the API takes. */
  fields: F;
  /** A row of the API as the values of the fields; a form that only creates needs none. */
  values?: (row: Row) => BodyOf<F>;
  /** Fields that depend on one another, before they are sent. */
  adjust?: (body: BodyOf<F>) => BodyOf<F>;
};

export type FormDefinition<F extends Fields, Row> = ReturnType<typeof defineForm<F, Row>>;
export type TypedIn<D extends { toForm: (values: never) => unknown }> = ReturnType<D['toForm']>;

/** Declares a form once; its start values, request bodies, changes and conflicts follow from the declaration. */
export function defineForm<F extends Fields, Row>({ fields, values, adjust = (body) => body }: Declaration<F, Row>) {
  const entries = Object.entries(fields);
  /** The start values of the form; missing values are those of a new row. */
  const toForm = (start: Partial<BodyOf<F>>) =>
    Object.fromEntries(
      entries.map(([key, field]) => {
        const value: unknown = start[key];
        return [key, value === undefined ? field.empty : field.toForm(value)];
      }),
    ) as FormOf<F>;
  const ofRow = (row: Row | null) => toForm(row && values ? values(row) : {});
  /** The whole body, of a new row. */
  const toBody = (typed: FormOf<F>) =>
    adjust(Object.fromEntries(entries.map(([key, field]) => [key, field.toValue(typed[key])])) as BodyOf<F>);
  /** Only the fields that differ from the row, so that other people's changes of other fields stay. */
  const changes = (before: Row, typed: FormOf<F>) => {
    const [old, now] = [toBody(ofRow(before)), toBody(typed)];
    return Object.fromEntries(
      entries.flatMap(([key]) => (isSameJson(old[key], now[key]) ? [] : [[key, now[key]]])),
    ) as Partial<BodyOf<F>>;
  };
  /** Names of the inputs: of a text in all languages, one for each. */
  const inputs = entries.flatMap(([key, { parts }]) => parts?.map((part) => `${key}.${part}`) ?? [key]);
  const words = Object.fromEntries(entries.flatMap(([key, field]) => (field.words ? [[key, field.words]] : [])));
  return { fields, inputs, words, toForm, ofRow, toBody, changes };
}
