import { useLocation, useNavigate, useSearch } from '@tanstack/react-router';
import type { Board } from '@vointi/shared/plan/contract.ts';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { stringifySearch } from '../../lib/search.ts';
import { readSearch, writeSearch, type BoardSearch } from './board-search.ts';

export type ChangeSearch = (patch: Partial<BoardSearch>, how?: { replace?: boolean }) => void;

type BoardSearchState = {
  search: BoardSearch;
  change: ChangeSearch;
  /** Values of the address that the plan does not have. */
  unknownValues: readonly string[];
  dismiss: () => void;
};

/** Keeps the board's state in the address, so that a reload, the back button and a shared link give the same view. */
export function useBoardSearch(board: Board): BoardSearchState {
  const raw = useSearch({ from: '/$slug/$year' });
  const searchText = useLocation({ select: (location) => location.searchStr });
  const navigate = useNavigate();
  const [unknownValues, setUnknownValues] = useState<readonly string[]>([]);
  const read = useMemo(() => readSearch(raw, board), [raw, board]);

  const change: ChangeSearch = useCallback(
    (patch, { replace = false } = {}) => {
      const search = (now: object) => writeSearch({ ...readSearch({ ...now }, board).search, ...patch });
      void navigate({ to: '.', search, replace, resetScroll: false });
    },
    [navigate, board],
  );

  useEffect(() => {
    if (read.unknownValues.length > 0) setUnknownValues(read.unknownValues);
    const { lang } = raw;
    const canonical = stringifySearch({ ...writeSearch(read.search), lang });
    if (canonical !== searchText) change({}, { replace: true });
  }, [read, raw, searchText, change]);

  const dismiss = useCallback(() => setUnknownValues([]), []);
  return { search: read.search, change, unknownValues, dismiss };
}
