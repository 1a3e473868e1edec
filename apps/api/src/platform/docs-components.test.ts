import { expect, it } from 'vitest';
import { withComponents } from './docs-components.ts';

const text = { type: 'object', properties: { fi: { type: 'string' } } };
const person = (more: object = {}) => ({ type: 'object', properties: { name: text }, ...more });
const named = (name: string, schema: object) => ({ name, input: { ...schema }, output: { ...schema } });

it('replaces a named schema by a reference, inside another schema too', () => {
  const document = withComponents({ paths: { one: person(), other: { items: person() }, third: text } }, [
    named('Person', person()),
    named('Text', text),
  ]);
  expect(document).toEqual({
    paths: {
      one: { $ref: '#/components/schemas/Person' },
      other: { items: { $ref: '#/components/schemas/Person' } },
      third: { $ref: '#/components/schemas/Text' },
    },
    components: {
      schemas: { Person: person({ properties: { name: { $ref: '#/components/schemas/Text' } } }), Text: text },
    },
  });
});

it('leaves out a named schema that does not occur', () => {
  expect(withComponents({ paths: { one: text } }, [named('Person', person())])).toEqual({
    paths: { one: text },
    components: { schemas: {} },
  });
});

it('keeps a shared description in the component and differing ones at the references', () => {
  const same = withComponents({ paths: [person({ description: 'Who' }), person({ description: 'Who' })] }, [
    named('Person', person()),
  ]);
  expect(same.paths).toEqual([{ $ref: '#/components/schemas/Person' }, { $ref: '#/components/schemas/Person' }]);
  expect(same).toHaveProperty('components.schemas', { Person: person({ description: 'Who' }) });
  const different = withComponents({ paths: [person({ description: 'Who' }), person()] }, [named('Person', person())]);
  expect(different.paths).toEqual([
    { $ref: '#/components/schemas/Person', description: 'Who' },
    { $ref: '#/components/schemas/Person' },
  ]);
  expect(different).toHaveProperty('components.schemas', { Person: person() });
});

it('gives the request form its own name when the response form differs', () => {
  const schemas = [
    { name: 'Person', input: person(), output: person({ additionalProperties: false }) },
    named('Text', text),
  ];
  const refs = ({ paths }: { paths: unknown }) => JSON.stringify(paths).match(/\w+(?="})/g);
  expect(refs(withComponents({ paths: [person(), person({ additionalProperties: false })] }, schemas))).toEqual([
    'PersonInput',
    'Person',
  ]);
  expect(refs(withComponents({ paths: [person()] }, schemas))).toEqual(['Person']);
});

it('throws when a repeated object has no name, and when two schemas have one name', () => {
  expect(() => withComponents({ paths: [person(), person()] }, [])).toThrow('occurs 2 times in the API');
  expect(() => withComponents({ paths: [person(), text] }, [named('Person', person()), named('Person', text)])).toThrow(
    'Two schemas of the API are called Person',
  );
});
