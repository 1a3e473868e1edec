type Parameter = { examples?: unknown[] };
type JsonSchema = { properties?: Record<string, Parameter> };

const params: Record<string, string> = {
  slug: 'kouvola',
  year: '2024',
  id: 'liikkuva-koulu',
  goal: 'osallisuus',
  department: 'nuorisopalvelut',
};

/** Puts a value that works in the demo beside every parameter, so that the documentation can be tried as it stands. */
export function exampleOf<S extends object>(schema: S): S {
  const { params: path } = schema as { params?: JsonSchema };
  for (const [key, parameter] of Object.entries(path?.properties ?? {})) {
    if (params[key] !== undefined) parameter.examples = [params[key]];
  }
  return schema;
}
