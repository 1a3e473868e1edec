import { saveFile } from '../../../lib/save-file.ts';

export type Caption = { title: string; sources: readonly string[] };

const svgSpace = 'http://www.w3.org/2000/svg';
const pad = 24;
const font = "Inter, 'Segoe UI', Arial, sans-serif";
/** Enough pixels for print. */
const scale = 2;

const paintProperties = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'paint-order',
  'font-size',
  'text-anchor',
  'opacity',
] as const;

/** Copies a drawing with computed values instead of the page's CSS variables, so that it looks the same elsewhere. */
function withValues(source: SVGElement): SVGElement {
  const copy = source.cloneNode(true) as SVGElement;
  const originals = [source, ...source.querySelectorAll<SVGElement>('*')];
  const copies = [copy, ...copy.querySelectorAll<SVGElement>('*')];
  copies.forEach((element, index) => {
    const original = originals[index];
    if (!original) return;
    const style = getComputedStyle(original);
    element.removeAttribute('style');
    element.removeAttribute('class');
    for (const name of paintProperties) {
      const attribute = original.getAttribute(name);
      // Keeps references to patterns, and does not set what no attribute sets.
      if (attribute === null && !(name === 'fill' || name === 'font-size' || name === 'text-anchor')) continue;
      if (attribute?.startsWith('url(') || attribute === 'none') continue;
      element.setAttribute(name, style.getPropertyValue(name));
    }
  });
  return copy;
}

function lines(text: string, width: number, size: number, weight: number): string[] {
  const context = document.createElement('canvas').getContext('2d');
  if (!context) return [text];
  context.font = `${weight} ${size}px ${font}`;
  const result: string[] = [];
  for (const word of text.replaceAll('\u00ad', '').split(' ')) {
    const longer = result.length === 0 ? word : `${result.at(-1)} ${word}`;
    if (result.length === 0 || context.measureText(longer).width > width) result.push(word);
    else result[result.length - 1] = longer;
  }
  return result;
}

type Paragraph = { text: string; size: number; weight?: number; colour: string };

/** Writes a paragraph. Returns the top of the next. */
function write(into: SVGElement, top: number, width: number, { text, size, weight = 400, colour }: Paragraph): number {
  let y = top;
  for (const line of lines(text, width, size, weight)) {
    y += size * 1.3;
    const element = document.createElementNS(svgSpace, 'text');
    for (const [name, value] of Object.entries({ x: pad, y, fill: colour, 'font-size': size, 'font-weight': weight }))
      element.setAttribute(name, String(value));
    element.textContent = line;
    into.append(element);
  }
  return y;
}

/** Writes the legend, one row for each series. Returns the top of what follows. */
function writeLegend(into: SVGElement, top: number, root: HTMLElement, ink: string): number {
  let y = top;
  for (const item of root.querySelectorAll('li:has(> svg)')) {
    const sample = item.querySelector<SVGElement>('svg');
    if (!sample || item.closest('[role=status]')) continue;
    const copy = withValues(sample);
    const { width } = sample.getBoundingClientRect();
    copy.setAttribute('x', String(pad));
    copy.setAttribute('y', String(y + 4));
    into.append(copy);
    const text = document.createElementNS(svgSpace, 'text');
    for (const [name, value] of Object.entries({ x: pad + width + 10, y: y + 16, fill: ink, 'font-size': 14 }))
      text.setAttribute(name, String(value));
    text.textContent = item.textContent;
    into.append(text);
    y += 22;
  }
  return y;
}

/** The chart with its title, legend, source and licence. */
function pictureOf(root: HTMLElement, caption: Caption): { svg: SVGElement; width: number; height: number } {
  const drawing = root.querySelector<SVGElement>('.recharts-surface');
  if (!drawing) throw new Error('The chart is not drawn.');
  const box = drawing.getBoundingClientRect();
  const style = getComputedStyle(root);
  const ink = style.getPropertyValue('color');
  const paper = getComputedStyle(document.documentElement).backgroundColor;
  const width = Math.round(box.width) + 2 * pad;
  const svg = document.createElementNS(svgSpace, 'svg');
  svg.setAttribute('xmlns', svgSpace);
  svg.setAttribute('font-family', font);
  const background = document.createElementNS(svgSpace, 'rect');
  background.setAttribute('width', '100%');
  background.setAttribute('height', '100%');
  background.setAttribute('fill', paper);
  svg.append(background);
  const inner = width - 2 * pad;
  let y = write(svg, pad - 8, inner, { text: caption.title, size: 20, weight: 700, colour: ink });
  y = writeLegend(svg, y + 10, root, ink);
  const copy = withValues(drawing);
  copy.setAttribute('x', String(pad));
  copy.setAttribute('y', String(y + 8));
  copy.setAttribute('width', String(box.width));
  copy.setAttribute('height', String(box.height));
  svg.append(copy);
  y += 16 + box.height;
  for (const text of caption.sources) y = write(svg, y, inner, { text, size: 13, colour: ink });
  const height = Math.round(y + pad);
  svg.setAttribute('width', String(width));
  svg.setAttribute('height', String(height));
  svg.setAttribute('viewBox', `0 0 ${width} ${height}`);
  return { svg, width, height };
}

async function bitmapOf(text: string, width: number, height: number): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = width * scale;
  canvas.height = height * scale;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('The browser has no 2D canvas.');
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('The picture is empty.'))), 'image/png');
  });
}

/** @throws Error when the browser cannot make the picture */
export async function savePicture(root: HTMLElement, caption: Caption, format: 'svg' | 'png', name: string) {
  const { svg, width, height } = pictureOf(root, caption);
  const text = new XMLSerializer().serializeToString(svg);
  const bytes = format === 'svg' ? new Blob([text], { type: 'image/svg+xml' }) : await bitmapOf(text, width, height);
  saveFile(bytes, `${name}.${format}`);
}
