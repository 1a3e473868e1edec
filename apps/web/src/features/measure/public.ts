export { Change } from './change.tsx';
export { Glyphs } from './glyphs.tsx';
export { Legend, LegendList } from './legend.tsx';
export { Light } from './light.tsx';
export { measurePath } from './paths.ts';
export { StatusBar, useCountWords } from './status-bar.tsx';
export { answerOf, rankOf, statusOrder, type Answer } from './status.ts';
export { callName, useAgeGroupWord, useAnswerWords, useMeasureWords, useStatusWord } from './words.ts';
