export { AdminFrame } from './admin-frame.tsx';
export { Filters, Toolbar, wideFilter } from './filters.tsx';
export { ListFrame } from './list-frame.tsx';
export { adminPath } from './paths.ts';
export { oneOf, useListSearch } from './list-search.ts';
