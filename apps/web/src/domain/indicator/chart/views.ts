export const views = ['line', 'bar', 'stacked'] as const;
export type View = (typeof views)[number];
