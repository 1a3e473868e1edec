/** Shapes of points, which tell series apart without colours. */
const shapes = [
  'M-4.5,0A4.5,4.5,0,1,0,4.5,0A4.5,4.5,0,1,0,-4.5,0Z',
  'M-4.2,-4.2H4.2V4.2H-4.2Z',
  'M0,-5.4L5.4,4.2H-5.4Z',
  'M0,-5.8L5.8,0L0,5.8L-5.8,0Z',
  'M0,5.4L5.4,-4.2H-5.4Z',
  'M-1.7,-5H1.7V-1.7H5V1.7H1.7V5H-1.7V1.7H-5V-1.7H-1.7Z',
] as const;

const dashes = [undefined, '7 4', '2 4', '10 4 2 4', '4 3', '1 3'] as const;
const colours = 6;

export const colourOf = (series: number) => `var(--series-${(series % colours) + 1})`;
export const dashOf = (series: number) => dashes[series % dashes.length];

type Props = { x?: number | null | undefined; y?: number | null | undefined; series: number; hollow?: boolean };

/** A point of a series; an uncertain one is hollow. */
export function Mark({ x, y, series, hollow = false }: Props) {
  if (x == null || y == null) return null;
  return (
    <path
      d={shapes[series % shapes.length]}
      transform={`translate(${x},${y})`}
      fill={hollow ? 'var(--surface)' : colourOf(series)}
      stroke={colourOf(series)}
      strokeWidth={hollow ? 2 : 1}
    />
  );
}

/** A sample of a series' line and point, for the legend. */
export const LineSample = ({ series }: { series: number }) => (
  <svg width="34" height="14" viewBox="0 0 34 14" aria-hidden="true" focusable="false">
    <path d="M1 7H33" fill="none" stroke={colourOf(series)} strokeWidth="2" strokeDasharray={dashOf(series)} />
    <Mark x={17} y={7} series={series} />
  </svg>
);

/** The texture of a bar: a pattern in the colour of its series. */
export const textureId = (id: string, series: number) => `${id}-texture-${series}`;

const textures = [
  null,
  'M-2,2L2,-2M0,8L8,0M6,10L10,6',
  'M4,4h.01',
  'M0,4H8',
  'M4,0V8',
  'M-2,6L2,10M0,0L8,8M6,-2L10,2',
] as const;

export const Textures = ({ id, count }: { id: string; count: number }) => (
  <defs>
    {Array.from({ length: count }, (_, series) => (
      <pattern key={series} id={textureId(id, series)} width="8" height="8" patternUnits="userSpaceOnUse">
        <rect width="8" height="8" fill={colourOf(series)} />
        <path
          d={textures[series % textures.length] ?? ''}
          fill="none"
          stroke="var(--surface)"
          strokeWidth={series === 2 ? 3 : 1.4}
          strokeLinecap="round"
        />
      </pattern>
    ))}
  </defs>
);

export const BarSample = ({ id, series }: { id: string; series: number }) => (
  <svg width="20" height="14" viewBox="0 0 20 14" aria-hidden="true" focusable="false">
    <rect width="20" height="14" fill={`url(#${textureId(id, series)})`} />
  </svg>
);
