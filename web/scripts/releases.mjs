// Released widgets never change and never go: articles name them with their fingerprint. `archive` holds a folder for each version
// in `released` (version: fingerprint of its entry, which has those of all its files); a build puts them all into its site.
import { createHash } from 'node:crypto';
import { cpSync, existsSync, readFileSync } from 'node:fs';

export const integrityOf = (path) =>
  `sha384-${createHash('sha384').update(readFileSync(path)).digest('base64')}`;

/** Puts them into `site`, but for the version that is being built; gives what is wrong, a sentence each. */
export function putReleases({ site, archive, released, version }) {
  const wrong = [];
  for (const [one, integrity] of Object.entries(released)) {
    const own = one === version;
    const folder = own ? `${site}/v/${one}` : `${archive}/${one}`;
    const entry = `${folder}/return-checker.js`;
    if (!existsSync(entry)) wrong.push(`Version ${one} is released, and ${folder} is missing.`);
    else if (integrityOf(entry) !== integrity) {
      const cure = own ? ' Give this one a new version.' : '';
      wrong.push(`Version ${one} is released and its widget may never change.${cure}`);
    } else if (!own) cpSync(folder, `${site}/v/${one}`, { recursive: true });
  }
  return wrong;
}
