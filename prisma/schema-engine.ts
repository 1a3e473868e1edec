import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from '@prisma/driver-adapter-utils';
import * as engine from '@prisma/schema-engine-wasm/schema_engine_bg';

export type SchemaFile = { path: string; content: string };

const schemaDir = join(import.meta.dirname, 'schema');

export const readSchema = (dir = schemaDir): SchemaFile[] =>
  readdirSync(dir)
    .filter((name) => name.endsWith('.prisma'))
    .map((name) => ({ path: join(dir, name), content: readFileSync(join(dir, name), 'utf8') }));

/** Only the browser's type library declares it. */
const { Module, Instance } = Reflect.get(globalThis, 'WebAssembly') as {
  Module: new (code: Uint8Array) => object;
  Instance: new (module: object, imports: object) => { exports: Record<string, () => void> };
};

let isLoaded = false;

/** Prisma's engine as WebAssembly, from the package registry; its binary would be a download from elsewhere. */
function loadEngine(): typeof engine.SchemaEngine {
  if (!isLoaded) {
    const folder = dirname(createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg'));
    const module = new Module(readFileSync(join(folder, 'schema_engine_bg.wasm')));
    const { exports } = new Instance(module, { './schema_engine_bg.js': engine });
    engine.__wbg_set_wasm(exports);
    exports['__wbindgen_start']?.();
    isLoaded = true;
  }
  return engine.SchemaEngine;
}

/** The SQL that brings the database to the schema; empty when nothing is missing. */
export async function diffToSchema(connectionString: string, schema = readSchema()): Promise<string> {
  const opened = await openSchemaEngine(connectionString, schema);
  const { stdout, exitCode } = await opened.diff({
    from: { tag: 'schemaDatasource', files: schema, configDir: schemaDir },
    to: { tag: 'schemaDatamodel', files: schema },
    script: true,
    exitCode: true,
    filters: { externalTables: [], externalEnums: [] },
  });
  opened.free();
  return exitCode === 0 ? '' : (stdout ?? '');
}

export const openSchemaEngine = (connectionString: string, schema: SchemaFile[]): Promise<engine.SchemaEngine> =>
  loadEngine().new(
    { datamodels: schema.map(({ path, content }) => [path, content]) },
    () => {},
    bindMigrationAwareSqlAdapterFactory(catalogAdapter(connectionString)),
  );

type Result = { fields: { dataTypeID: number }[]; rows: unknown[][] };
type Adapter = Awaited<ReturnType<PrismaPg['connect']>>;
type Opened = { performIO: (query: unknown) => Promise<Result>; queryRaw: Adapter['queryRaw'] };

/** The engine reads "char" columns of the system catalog, a type that the adapter does not know. */
function catalogAdapter(connectionString: string): PrismaPg {
  const [char, text] = [18, 25];
  const factory = new PrismaPg({ connectionString, allowExitOnIdle: true });
  const connect = factory.connect.bind(factory);
  factory.connect = async () => {
    const adapter = await connect();
    const opened = adapter as unknown as Opened;
    const performIO = opened.performIO.bind(adapter);
    const queryRaw = opened.queryRaw.bind(adapter);
    const charColumns = new WeakMap<unknown[][], number[]>();
    opened.performIO = async (query) => {
      const result = await performIO(query);
      const found = result.fields.flatMap(({ dataTypeID }, column) => (dataTypeID === char ? [column] : []));
      for (const column of found) result.fields[column]!.dataTypeID = text;
      charColumns.set(result.rows, found);
      return result;
    };
    opened.queryRaw = async (query) => {
      const result = await queryRaw(query);
      for (const column of charColumns.get(result.rows) ?? []) result.columnTypes[column] = ColumnTypeEnum.Character;
      return result;
    };
    return adapter;
  };
  return factory;
}
