// Holds a value to a type of web/src/engine/types.ts, as the TypeScript compiler sees it.
import { fileURLToPath } from 'node:url';
import ts from '../../web/node_modules/typescript/lib/typescript.js';

const path = fileURLToPath(new URL('../../web/src/engine/types.ts', import.meta.url));
const program = ts.createProgram([path], { strict: true, noEmit: true, types: [], lib: ['lib.es2022.d.ts'], target: ts.ScriptTarget.ES2022 });
const checker = program.getTypeChecker();
const module = checker.getSymbolAtLocation(program.getSourceFile(path));

/** An exported type by its name. */
export const typeNamed = (name) => {
  const symbol = checker.getExportsOfModule(module).find((one) => one.name === name);
  if (!symbol) throw new Error(`types.ts exports no ${name}`);
  return checker.getDeclaredTypeOfSymbol(symbol);
};

const textOf = (type) => checker.typeToString(type);
const isLiteral = (type) => (type.flags & (ts.TypeFlags.StringLiteral | ts.TypeFlags.NumberLiteral)) !== 0;

function takes(type, value) {
  if (value === null) return (type.flags & ts.TypeFlags.Null) !== 0;
  if (typeof value === 'boolean') return textOf(type) === String(value) || (type.flags & ts.TypeFlags.Boolean) !== 0;
  if (isLiteral(type)) return type.value === value;
  // `string & {}` leaves a list open for packs to come; what today's packs say has to be named.
  if (typeof value === 'string') return (type.flags & ts.TypeFlags.String) !== 0;
  return (type.flags & ts.TypeFlags.Number) !== 0;
}

/** What of a value its type does not know or forbids: one line each, places without indices so that equal ones are one. */
const isList = (type) => checker.isArrayType(type) || checker.isTupleType(type);

export function faultsOf(value, type, place = '', faults = new Set()) {
  const choices = type.isUnion() ? type.types : [type];
  if (Array.isArray(value)) {
    const list = choices.find(isList);
    if (!list) return faults.add(`${place}: no list is foreseen`);
    for (const one of value) faultsOf(one, checker.getTypeArguments(list)[0], `${place}[]`, faults);
  } else if (typeof value === 'object' && value !== null) {
    const object = choices.find((one) => one.flags & ts.TypeFlags.Object && !isList(one));
    if (!object) return faults.add(`${place}: no object is foreseen`);
    const names = checker.getPropertiesOfType(object);
    const others = checker.getIndexTypeOfType(object, ts.IndexKind.String);
    for (const [key, part] of Object.entries(value)) {
      const known = names.find((one) => one.name === key);
      if (known) faultsOf(part, checker.getTypeOfSymbol(known), `${place}.${key}`, faults);
      else if (others) faultsOf(part, others, `${place}{}`, faults);
      else faults.add(`${place}.${key}: this key is not there`);
    }
    for (const one of names) {
      if (!(one.flags & ts.SymbolFlags.Optional) && !(one.name in value)) faults.add(`${place}.${one.name}: this key is missing`);
    }
  } else if (!choices.some((one) => takes(one, value))) {
    faults.add(`${place}: ${JSON.stringify(value)} is not among ${textOf(type)}`);
  }
  return faults;
}
