import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import { readSearch, writeSearch, type CatalogueSearch } from './catalogue-search.ts';

export type ChangeSearch = (patch: Partial<CatalogueSearch>, how?: { replace?: boolean }) => void;

/** The filters of the catalogue, kept in the address. A changed filter starts from the first page. */
export function useCatalogueSearch(): { search: CatalogueSearch; change: ChangeSearch } {
  const raw = useSearch({ from: '/$slug/$year/indicators' });
  const navigate = useNavigate();
  const search = useMemo(() => readSearch(raw), [raw]);
  const change: ChangeSearch = useCallback(
    (patch, { replace = false } = {}) => {
      const next = (now: object) => writeSearch({ ...readSearch({ ...now }), page: undefined, ...patch });
      void navigate({ to: '.', search: next, replace, resetScroll: 'page' in patch });
    },
    [navigate],
  );
  return { search, change };
}
