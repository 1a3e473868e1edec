import type { Language } from '@vointi/shared/text/text.ts';

/** Headings of the exported columns, in the order of the file. */
export const headings: Record<Language, string[]> = {
  fi: ['nro', 'aika', 'toiminto', 'tekijä', 'tekijän tunniste', 'kohde', 'kohteen nimi', 'ennen', 'jälkeen', 'pyyntö'],
  sv: ['nr', 'tid', 'åtgärd', 'utförare', 'utförarens id', 'objekt', 'objektets namn', 'före', 'efter', 'begäran'],
  en: ['no', 'time', 'action', 'by', 'id of by', 'subject', 'name of subject', 'before', 'after', 'request'],
};
