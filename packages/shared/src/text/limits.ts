/** Maximum lengths of texts in characters, for each language of a translated text. */
export const maxSlug = 60;
export const maxName = 120;
export const maxShortName = 60;
/** Names of goals, indicators and sets. */
export const maxLongName = 200;
/** Short enough to read a title from five metres. */
export const maxTitle = 80;
/** Rows of a council term, which are longer than a title. */
export const maxLongText = 4000;
export const maxEmail = 254;
export const minPassword = 8;
export const maxPassword = 200;
/** The search text of a list. */
export const maxSearch = 100;
