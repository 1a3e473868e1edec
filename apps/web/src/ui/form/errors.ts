import type { FieldProblem } from '@vointi/shared/http/problem.ts';

type Entry = { name: string; message: string };

/** Errors of a form as a flat list in the order of its fields; react-hook-form keeps a tree. */
export function flatten(errors: object, path = ''): Entry[] {
  return Object.entries(errors).flatMap(([key, value]: [string, unknown]): Entry[] => {
    if (path === '' && key === 'root') return [];
    if (value === null || typeof value !== 'object') return [];
    const name = path === '' ? key : `${path}.${key}`;
    const { type, message } = value as { type?: unknown; message?: unknown };
    if (typeof type === 'string') return [{ name, message: typeof message === 'string' ? message : '' }];
    // `root`: of a list as a whole.
    return key === 'root' ? flatten({ [path]: value }) : flatten(value, name);
  });
}

/** The field of a server error such as `body.roles.0.department`, or its nearest parent in the form. */
export function fieldOf({ path }: FieldProblem, names: readonly string[]): string | undefined {
  const parts = path.replace(/^body\./, '').split('.');
  return parts.map((_, index) => parts.slice(0, parts.length - index).join('.')).find((name) => names.includes(name));
}
