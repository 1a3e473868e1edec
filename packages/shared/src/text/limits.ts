/** Longest texts, in characters: of each language where a text has several. */
export const maxSlug = 60;
export const maxName = 120;
export const maxShortName = 60;
/** Names of goals, indicators and sets. */
export const maxLongName = 200;
/** Titles are read from five metres. */
export const maxTitle = 80;
/** Council terms of 21 long rows: their texts do not fit a screen's title. */
export const maxLongText = 4000;
export const maxEmail = 254;
export const minPassword = 8;
export const maxPassword = 200;
/** What a list is searched for. */
export const maxSearch = 100;
