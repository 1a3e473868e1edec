/** Any object of the document: a schema or a part of one. */
type Json = { [key: string]: unknown };

/** A schema with a name, in its form for requests and its form for responses. */
export type NamedSchema = { name: string; input: Json; output: Json };

const isSchema = (node: Json) =>
  (node['type'] === 'object' && typeof node['properties'] === 'object') || 'anyOf' in node || 'oneOf' in node;

/** Identifies a schema: two schemas are the same when only their descriptions differ. */
const keyOf = (schema: Json) => JSON.stringify({ ...schema, description: undefined });

type Occurrences = { schema: Json; count: number; descriptions: Set<unknown> };

/**
 * Finds every schema of the document and counts its occurrences. Objects and named unions are searched once, so
 * their contents count once, however often they occur.
 */
function schemasIn(document: unknown, named: readonly NamedSchema[]): Map<string, Occurrences> {
  const occurrences = new Map<string, Occurrences>();
  const keys = new Set(named.flatMap(({ input, output }) => [keyOf(input), keyOf(output)]));
  const visit = (node: unknown) => {
    if (typeof node !== 'object' || node === null) return;
    if (!Array.isArray(node) && isSchema(node as Json)) {
      const { description, ...schema } = node as Json;
      const key = JSON.stringify(schema);
      const known = occurrences.get(key);
      known?.descriptions.add(description);
      if (known) known.count += 1;
      else occurrences.set(key, { schema, count: 1, descriptions: new Set([description]) });
      if (known && (schema['type'] === 'object' || keys.has(key))) return;
    }
    for (const part of Object.values(node)) visit(part);
  };
  visit(document);
  return occurrences;
}

/** Names by schema. The request form is called `…Input` when the response form differs. */
function namesOf(named: readonly NamedSchema[], occurrences: Map<string, Occurrences>): Map<string, string> {
  const names = new Map<string, string>();
  const owners = new Map<string, string>();
  const add = (name: string, key: string) => {
    if (!occurrences.has(key) || names.has(key)) return;
    if (owners.has(name)) throw new Error(`Two schemas of the API are called ${name}. Rename one of them.`);
    owners.set(name, key);
    names.set(key, name);
  };
  for (const { name, input, output } of named) {
    const [request, response] = [keyOf(input), keyOf(output)];
    add(name, response);
    if (request !== response) add(occurrences.has(response) ? `${name}Input` : name, request);
  }
  return names;
}

/**
 * Moves every named schema into the components and replaces its occurrences by a `$ref`.
 * @throws when a schema that occurs several times has no name: export it from its contract
 */
export function withComponents<D extends { paths?: unknown; components?: unknown }>(
  document: D,
  named: readonly NamedSchema[],
): D {
  const occurrences = schemasIn(document.paths, named);
  const names = namesOf(named, occurrences);
  for (const [key, { count, schema }] of occurrences) {
    if (count > 1 && schema['type'] === 'object' && !names.has(key)) {
      throw new Error(`A schema occurs ${count} times in the API and has no name: ${key}`);
    }
  }
  const replaced = (node: unknown): unknown => {
    if (typeof node !== 'object' || node === null) return node;
    if (Array.isArray(node)) return node.map(replaced);
    const key = keyOf(node as Json);
    const name = names.get(key);
    if (name === undefined) return parts(node);
    const { description } = node as Json;
    const isOwn = description === undefined || occurrences.get(key)?.descriptions.size === 1;
    return { $ref: `#/components/schemas/${name}`, ...(!isOwn && { description }) };
  };
  const parts = (node: object) => Object.fromEntries(Object.entries(node).map(([key, part]) => [key, replaced(part)]));
  const schemas = [...names].map(([key, name]) => {
    const { schema, descriptions } = occurrences.get(key) as Occurrences;
    const [description] = descriptions;
    const isShared = descriptions.size === 1 && description !== undefined;
    return [name, { ...parts(schema), ...(isShared && { description }) }] as const;
  });
  schemas.sort(([one], [other]) => (one < other ? -1 : 1));
  return {
    ...document,
    components: { ...(document.components as Json | undefined), schemas: Object.fromEntries(schemas) },
    paths: replaced(document.paths),
  };
}
