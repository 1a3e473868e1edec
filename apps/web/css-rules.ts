import { globSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import type { Plugin } from 'vite';

/** Widths at which a layout may change, in rem: a phone, a large phone, a tablet, then narrow, usual and wide windows. */
const breakpoints = ['30', '40', '48', '60', '64', '72'];

/** Spacings outside the scale of tokens.css, where a drawing needs exact pixels. */
const exactSpacings: Record<string, readonly string[]> = {
  // Beside a glyph, or as wide as it.
  'ui/search-field.module.css': ['2.375rem'],
  'ui/form/field.module.css': ['1.725rem'],
  'ui/segmented.module.css': ['0.9375rem'],
  'ui/detail.module.css': ['0.3rem'],
  'features/report/reporting-form.module.css': ['0.5625rem'],
  // Between lights and bars.
  'features/plan/views/lights-view.module.css': ['0.1875rem', '-0.1875rem'],
  'features/plan/views/matrix-view.module.css': ['0.35rem'],
  'features/round/overview/overview.module.css': ['0.1875rem'],
  'features/indicator/grid/sheet.module.css': ['0.15rem'],
};

const withoutComments = (css: string) => css.replaceAll(/\/\*[^]*?\*\//g, '');

/** Classes that the selectors of a module declare, without global ones. */
function classesOf(css: string): Set<string> {
  const selectors = [...css.matchAll(/([^{};]+)\{/g)].map(([, selector = '']) => selector.trim());
  const own = selectors
    .filter((selector) => !selector.startsWith('@'))
    .map((one) => one.replaceAll(/:global\([^)]*\)/g, ''));
  return new Set(
    own.flatMap((selector) => [...selector.matchAll(/\.([A-Za-z_][\w-]*)/g)].map(([, name = '']) => name)),
  );
}

type Use = { file: string; names: string[]; isDynamic: boolean };

/** The classes that scripts use of each module. `styles[size]` may be any of them. */
function usesIn(file: string, text: string): [string, Use][] {
  const imports = [...text.matchAll(/import (\w+) from '(\.[^']+\.module\.css)'/g)];
  return imports.map(([, local = '', from = '']) => {
    const names = [...text.matchAll(new RegExp(`\\b${local}\\['([^']+)'\\]`, 'g'))].map(([, name = '']) => name);
    const isDynamic = new RegExp(`\\b${local}(?:\\[(?!')|(?!\\[)[^\\w\\s'./-])`).test(
      text.replaceAll(/^import .*$/gm, ''),
    );
    return [join(dirname(file), from), { file, names, isDynamic }];
  });
}

/** Checks the values of one style sheet. */
function valueProblems(name: string, css: string, scale: ReadonlySet<string>): string[] {
  const widths = [...css.matchAll(/\((?:min|max)-width: ([\d.]+)(\w+)\)/g)]
    .filter(([, width = '', unit]) => unit !== 'rem' || !breakpoints.includes(width))
    .map(([query]) => `${query} is no breakpoint: ${breakpoints.join(', ')} rem`);
  const spacings = [...css.matchAll(/[^\w-](?:padding|margin|gap|row-gap|column-gap)(?:-[a-z]+)*:([^;}]+)/g)]
    .flatMap(([, value = '']) => value.match(/(?<![\w.])-?[\d.]+rem/g) ?? [])
    .filter((value) => value !== '0rem' && !exactSpacings[name]?.includes(value))
    .map((value) => `a spacing of ${value}: take --space-… of ui/tokens.css`);
  const unknown = [...css.matchAll(/var\((--space-\d+)\)/g)]
    .filter(([, token = '']) => !scale.has(token))
    .map(([, token]) => `${token} is not in ui/tokens.css`);
  return [...widths, ...spacings, ...unknown];
}

/** Lists the problems of the style sheets under a folder, each with its file. */
function findCssProblems(folder: string): string[] {
  const read = (file: string) => readFileSync(file, 'utf8');
  const pathsOf = (pattern: string) => globSync(join(folder, pattern)).toSorted();
  const sheets = new Map(pathsOf('**/*.css').map((file) => [file, withoutComments(read(file))]));
  const scripts = pathsOf('**/*.{ts,tsx}').filter((file) => !/\.test\.tsx?$/.test(file));
  const uses = Map.groupBy(
    scripts.flatMap((file) => usesIn(file, read(file))),
    ([sheet]) => sheet,
  );
  const scale = new Set(
    [...(sheets.get(join(folder, 'ui/tokens.css')) ?? '').matchAll(/--space-\d+(?=:)/g)].map(String),
  );
  return [...sheets].flatMap(([sheet, css]) => {
    const name = relative(folder, sheet).replaceAll('\\', '/');
    const problems = valueProblems(name, css, scale);
    if (sheet.endsWith('.module.css')) {
      const classes = classesOf(css);
      const users = (uses.get(sheet) ?? []).map(([, use]) => use);
      const used = new Set(users.flatMap(({ names }) => names));
      for (const one of used) if (!classes.has(one)) problems.push(`has no class .${one}, which a component uses`);
      const isKnown = !users.some(({ isDynamic }) => isDynamic);
      for (const one of classes) if (isKnown && !used.has(one)) problems.push(`no component uses its class .${one}`);
    }
    return problems.map((problem) => `${name}: ${problem}`);
  });
}

/** Fails the build for a missing or unused class, an unlisted breakpoint, or a spacing outside the scale. */
export function cssRules(): Plugin {
  return {
    name: 'vointi:css-rules',
    apply: 'build',
    buildStart() {
      const problems = findCssProblems(join(import.meta.dirname, 'src'));
      if (problems.length > 0) this.error(`Style sheets:\n${problems.join('\n')}`);
    },
  };
}
