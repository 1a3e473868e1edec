import { maxLogoBytes } from '@vointi/shared/municipality/limits.ts';

/** Why a file cannot be the logo, checked before it is sent; null when it can. */
export type PictureRefusal = 'type' | 'size';

export const pictureTypes = ['image/png', 'image/jpeg', 'image/webp'];

export function refusalOf({ type, size }: { type: string; size: number }): PictureRefusal | null {
  if (!pictureTypes.includes(type)) return 'type';
  return size > maxLogoBytes ? 'size' : null;
}

export const base64Of = (file: Blob): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => {
      const text = typeof reader.result === 'string' ? reader.result : '';
      resolve(text.slice(text.indexOf(',') + 1));
    });
    reader.addEventListener('error', () => reject(new Error('The file could not be read.')));
    reader.readAsDataURL(file);
  });
