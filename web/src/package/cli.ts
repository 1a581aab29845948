// `npx returnable`: what the native program does, by the package.
import { closeSync, openSync, readSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { utc } from '../answers/days.ts';
import { CaseError, loadChecker, PackError, type Checker, type Fault } from '../engine/index.ts';
import { loadCompiler } from './compiler.ts';

const usage = `Usage: returnable COMMAND [--pack FILE]…

  check           reads one case (JSON) a line on standard input, writes one verdict a line
  compare         the same, with the verdict of every pack in force
  validate PACK…  reports every fault in these packs, and what in them nobody would see (warnings)
  packs           lists the packs

  --pack FILE     adds a pack to the built-in ones; may be repeated
  --as-of DAY     with validate: warns of sources that are too old on this day (YYYY-MM-DD)
  --help, --version

A line that is not a case gives {"errors":[…]} in its place. Exit status: 0 all went well, 1 a case or pack
has faults, 2 the command is wrong.
`;

const print = (line: string) => process.stdout.write(`${line}\n`);

function wrongCommand(what: string, word: string): number {
  process.stderr.write(`returnable: ${what}: ${word}\n\n${usage}`);
  return 2;
}

/** At most one byte more than the engine takes: enough for it to say that it is too much. */
function packIn(path: string): Uint8Array | Fault[] {
  const bytes = new Uint8Array(1024 * 1024 + 1);
  try {
    const file = openSync(path, 'r');
    try {
      let size = 0;
      for (let more = 1; more > 0 && size < bytes.length; size += more)
        more = readSync(file, bytes, size, bytes.length - size, null);
      return bytes.subarray(0, size);
    } finally {
      closeSync(file);
    }
  } catch {
    return [{ code: 'cannot_read', path: '', message: 'This file cannot be read.' }];
  }
}

const faultLine = (path: string, fault: Fault, severity = '') =>
  `${path}: ${fault.code === 'cannot_read' ? '' : `${fault.path || '/'}: `}${severity}${fault.code}: ${fault.message}`;

async function validate(paths: string[], asOf: string | undefined): Promise<number> {
  const compiler = await loadCompiler();
  let status = 0;
  for (const path of paths) {
    const pack = packIn(path);
    const faults = Array.isArray(pack) ? pack : compiler.validate(pack);
    for (const fault of faults) print(faultLine(path, fault));
    if (!Array.isArray(pack) && faults.length === 0)
      for (const warning of compiler.warnings(pack, asOf)) print(faultLine(path, warning, 'warning: '));
    if (faults.length === 0) print(`${path}: ok`);
    else status = 1;
  }
  return status;
}

/** Adds a pack from a file: its faults. */
function addFile(checker: Checker, path: string): Fault[] {
  const pack = packIn(path);
  if (Array.isArray(pack)) return pack;
  try {
    checker.addPack(pack);
    return [];
  } catch (cause) {
    if (cause instanceof PackError) return cause.errors;
    throw cause;
  }
}

async function answerLines(answer: (line: string) => unknown): Promise<number> {
  let status = 0;
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    if (line.trim() === '') continue;
    try {
      print(JSON.stringify(answer(line)));
    } catch (cause) {
      if (!(cause instanceof CaseError)) throw cause;
      print(JSON.stringify({ errors: cause.errors }));
      status = 1;
    }
  }
  return status;
}

async function run(given: string[]): Promise<number> {
  const packs: string[] = [];
  const words: string[] = [];
  let asOf: string | undefined;
  for (let index = 0; index < given.length; index += 1) {
    const word = given[index]!;
    if (word === '--help') return (process.stdout.write(usage), 0);
    if (word === '--version') return (print(`returnable ${__VERSION__}`), 0);
    if (word === '--pack') {
      const file = given[(index += 1)];
      if (file === undefined) return wrongCommand('a file is missing behind', word);
      packs.push(file);
    } else if (word === '--as-of') {
      asOf = given[(index += 1)];
      if (asOf === undefined) return wrongCommand('a day is missing behind', word);
      if (utc(asOf) === null) return wrongCommand('no day', asOf);
    } else if (word.length > 1 && word.startsWith('-')) return wrongCommand('unknown option', word);
    else words.push(word);
  }
  const [command, ...rest] = words;
  if (command === undefined) return wrongCommand('no command', '');
  if (command === 'validate')
    return rest.length > 0 ? validate(rest, asOf) : wrongCommand('no pack to', command);
  if (rest.length > 0) return wrongCommand('one word too many', rest[0]!);
  if (!['check', 'compare', 'packs'].includes(command)) return wrongCommand('unknown command', command);

  const checker = await loadChecker();
  let status = 0;
  for (const path of packs)
    for (const fault of addFile(checker, path)) {
      process.stderr.write(`${faultLine(path, fault)}\n`);
      status = 1;
    }
  if (status !== 0) return status;
  if (command === 'packs') return (print(JSON.stringify(checker.packs())), 0);
  return answerLines((line) => (command === 'check' ? checker.check(line) : checker.compare(line)));
}

process.stdout.on('error', (cause: NodeJS.ErrnoException) => process.exit(cause.code === 'EPIPE' ? 0 : 1));
process.exitCode = await run(process.argv.slice(2));
