import { createReadStream } from 'node:fs';
import { checkPlanFile, type CheckedPlan } from '@vointi/shared/plan/check.ts';
import type { Reason } from '@vointi/shared/plan/check-reasons.ts';
import { jsonErrorAt, placeOf } from './json-error.ts';

/** A thousand indicators with the values of twenty years, four age groups and both sexes take some tens. */
export const maxMegabytes = 100;
const maxBytes = maxMegabytes * 1_000_000;

const refused = (reason: Reason): CheckedPlan => ({ problems: [{ path: '', reason }], more: 0 });

/** Never reads more than is allowed, whatever the file says of its size. */
async function readBytes(path: string): Promise<Buffer | Reason> {
  const parts: Buffer[] = [];
  try {
    for await (const part of createReadStream(path, { end: maxBytes })) parts.push(part as Buffer);
  } catch {
    return { code: 'cannot_read' };
  }
  const bytes = Buffer.concat(parts);
  return bytes.length > maxBytes ? { code: 'file_too_large', maxMegabytes } : bytes;
}

/** Reads and checks a plan file; a byte order mark is forgiven. */
export async function readPlanFile(path: string): Promise<CheckedPlan> {
  const bytes = await readBytes(path);
  if (!Buffer.isBuffer(bytes)) return refused(bytes);
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return refused({ code: 'not_utf8' });
  }
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return refused({ code: 'not_json', ...placeOf(text, jsonErrorAt(text) ?? text.length) });
  }
  return checkPlanFile(data);
}
