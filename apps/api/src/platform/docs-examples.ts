type Parameter = { format?: string; examples?: unknown[] };
type JsonSchema = { properties?: Record<string, Parameter> };

const params: Record<string, string> = {
  slug: 'kouvola',
  year: '2024',
  id: 'liikkuva-koulu',
  goal: 'osallisuus',
  department: 'nuorisopalvelut',
};

/** A well-formed id. No row has it. */
const anyId = '0193a5f2-7c00-7000-8000-000000000001';

/** Adds to every path parameter an example that exists in the demo data, so that readers can try the endpoints. */
export function exampleOf<S extends object>(schema: S): S {
  const { params: path } = schema as { params?: JsonSchema };
  for (const [key, parameter] of Object.entries(path?.properties ?? {})) {
    const value = parameter.format === 'uuid' ? anyId : params[key];
    if (value !== undefined) parameter.examples = [value];
  }
  return schema;
}
