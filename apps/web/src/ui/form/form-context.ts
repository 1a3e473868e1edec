import { createContext, use } from 'react';

/** What somebody else has saved meanwhile, for one field. */
export type Theirs = { text: string; use: () => void };

export type FormState = {
  idOf: (name: string) => string;
  errorOf: (name: string) => string | undefined;
  theirsOf: (name: string) => Theirs | undefined;
  /** A field tells its name, so that the summary can say it and a refusal finds it. */
  register: (name: string, label: string) => () => void;
};

export const FormContext = createContext<FormState | null>(null);

export const useFormState = () => use(FormContext);
