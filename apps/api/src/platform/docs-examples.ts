type Parameter = { format?: string; examples?: unknown[] };
type JsonSchema = { properties?: Record<string, Parameter> };

const params: Record<string, string> = {
  slug: 'kouvola',
  year: '2024',
  id: 'liikkuva-koulu',
  goal: 'osallisuus',
  department: 'nuorisopalvelut',
};

/** Of a well-formed request; whose row it would be is another matter. */
const anyId = '0193a5f2-7c00-7000-8000-000000000001';

/** Puts a value that works in the demo beside every parameter, so that the documentation can be tried as it stands. */
export function exampleOf<S extends object>(schema: S): S {
  const { params: path } = schema as { params?: JsonSchema };
  for (const [key, parameter] of Object.entries(path?.properties ?? {})) {
    const value = parameter.format === 'uuid' ? anyId : params[key];
    if (value !== undefined) parameter.examples = [value];
  }
  return schema;
}
