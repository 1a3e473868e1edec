import { createContext, use } from 'react';

/** The value that another person saved for a field since the form began. */
export type Theirs = { text: string; use: () => void };

export type FormState = {
  idOf: (name: string) => string;
  errorOf: (name: string) => string | undefined;
  theirsOf: (name: string) => Theirs | undefined;
  /** A field registers its label, so that the summary can name it and a server error finds it. */
  register: (name: string, label: string) => () => void;
};

export const FormContext = createContext<FormState | null>(null);

export const useFormState = () => use(FormContext);
