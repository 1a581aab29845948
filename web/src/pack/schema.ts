// What the schema of packs says of a place in one: its keys, its values, its description.
import schema from '../../../core/packs/pack.schema.json';

export interface Schema {
  $ref?: string;
  type?: string | string[];
  description?: string;
  properties?: Record<string, Schema>;
  additionalProperties?: boolean | Schema;
  items?: boolean | Schema;
  prefixItems?: Schema[];
  enum?: unknown[];
  const?: unknown;
  oneOf?: Schema[];
  anyOf?: Schema[];
  allOf?: Schema[];
  examples?: unknown[];
  $defs?: Record<string, Schema>;
}

const root = schema as unknown as Schema;
const deepest = 8;

/** A schema with all that it refers to or is made of. */
function parts(one: Schema | boolean | undefined, depth = 0): Schema[] {
  if (typeof one !== 'object' || depth > deepest) return [];
  const name = /^#\/\$defs\/(\w+)$/.exec(one.$ref ?? '')?.[1];
  const more = [...(one.oneOf ?? []), ...(one.anyOf ?? []), ...(one.allOf ?? [])];
  return [
    one,
    ...(name ? parts(root.$defs?.[name], depth + 1) : []),
    ...more.flatMap((each) => parts(each, depth + 1)),
  ];
}

function inside(all: Schema[], step: string | number): Schema[] {
  return all.flatMap((one) => {
    if (typeof step === 'number') return parts(one.prefixItems?.[step] ?? one.items);
    const own = one.properties && Object.hasOwn(one.properties, step) ? one.properties[step] : undefined;
    return parts(own ?? one.additionalProperties);
  });
}

/** All that may stand at this place. */
export function schemasAt(path: readonly (string | number)[]): Schema[] {
  let all = parts(root);
  for (const step of path) all = inside(all, step);
  return [...new Set(all)];
}

export function descriptionOf(schemas: Schema[]): string {
  return schemas.find(({ description }) => description)?.description ?? '';
}

/** The keys that may stand there, with what each means. */
export function keysOf(schemas: Schema[]): Map<string, Schema[]> {
  const keys = new Map<string, Schema[]>();
  for (const { properties = {} } of schemas)
    for (const [key, one] of Object.entries(properties))
      keys.set(key, [...(keys.get(key) ?? []), ...parts(one)]);
  return keys;
}

/** The values that the schema names, as JSON. */
export function valuesOf(schemas: Schema[]): string[] {
  const all = schemas.flatMap((one) => [
    ...(one.enum ?? []),
    ...('const' in one ? [one.const] : []),
    ...(one.type === 'boolean' ? [true, false] : []),
  ]);
  return [...new Set(all.map((value) => JSON.stringify(value)))];
}
