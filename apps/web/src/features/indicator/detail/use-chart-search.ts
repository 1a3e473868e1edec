import { useNavigate, useSearch } from '@tanstack/react-router';
import { type Cut, views, type View } from '../../../domain/indicator/chart/model.ts';

type ChartSearch = { view: View; cut: Cut };

/** Breakdown and chart type, kept in the address so that a shared link shows the same chart. */
export function useChartSearch(available: readonly Cut[], usual: View) {
  const raw = useSearch({ from: '/$slug/$year/indicators/$id' });
  const navigate = useNavigate();
  const view = views.find((one) => one === raw.view?.[0]) ?? usual;
  const cut = available.find((one) => one === raw.by?.[0]) ?? available[0] ?? 'total';
  const change = (patch: Partial<ChartSearch>) => {
    const next = { view, cut, ...patch };
    void navigate({
      to: '.',
      search: {
        ...(next.view !== usual && { view: [next.view] }),
        ...(next.cut !== available[0] && { by: [next.cut] }),
      },
      replace: true,
      resetScroll: false,
    });
  };
  return { view, cut, change };
}
