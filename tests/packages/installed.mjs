// The package as a stranger has it: packed, and installed into an empty folder.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../', import.meta.url));
export const built = join(root, 'build/package');
export const manifest = () => JSON.parse(readFileSync(join(built, 'package.json'), 'utf8'));

/** The blocks of the package's README in one language. */
export const readmeBlocks = (language) =>
  [...readFileSync(join(built, 'README.md'), 'utf8').matchAll(/^```(\w+)\n([^]*?)^```$/gm)].filter(([, one]) => one === language).map(([, , code]) => code);

/** Packs what was built and installs it without a network. `linked`: { name: folder } of what stands beside it in node_modules. */
export function install(linked = {}, from = built) {
  const folder = mkdtempSync(join(tmpdir(), 'returnable-app-'));
  const [{ filename }] = JSON.parse(execFileSync('npm', ['pack', from, '--json', '--pack-destination', folder], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
  const tarball = join(folder, filename);
  writeFileSync(join(folder, 'package.json'), '{"private": true, "type": "module"}\n');
  execFileSync('npm', ['install', '--offline', '--no-audit', '--no-fund', tarball], { cwd: folder, stdio: 'pipe' });
  for (const [name, place] of Object.entries(linked)) {
    if (!existsSync(place)) throw new Error(`${place} is not there`);
    mkdirSync(dirname(join(folder, 'node_modules', name)), { recursive: true });
    symlinkSync(place, join(folder, 'node_modules', name));
  }
  return {
    folder,
    tarball,
    write(name, text) {
      writeFileSync(join(folder, name), text);
      return join(folder, name);
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
