// Fetches the widget's files as classic scripts: those need no CORS header and no `connect-src`. Where the page asks for a
// checked entry (integrity, crossorigin), or is of the same site, the browser checks each further file by its hash as well.

interface Policy {
  createHTML?: (text: string) => unknown;
  createScriptURL?: (address: string) => unknown;
}

/** What a file leaves on its own script, and what it finds there. */
export interface Carrier extends HTMLScriptElement {
  carried?: unknown;
  given?: unknown;
}

const types = (globalThis as { trustedTypes?: { createPolicy(name: string, rules: Policy): Policy } })
  .trustedTypes;

/** `mark`: what the names of the entry's own files end in. `hash`: of the file with the hashes of all others. */
export function fileLoader(mark: string, hash: string) {
  // A module has no current script: older snippets say type="module".
  const own = (document.currentScript ??
    document.querySelector('script[src*="return-checker.js"]')) as HTMLScriptElement;
  const base = new URL('.', own.src).href;
  const checked = own.crossOrigin !== null || base.startsWith(`${self.origin}/`);

  let policy: Policy | undefined;
  /** The one policy that the widget asks a host for is Lit's; here it also makes addresses, and only of this folder. */
  function trusted(): Policy {
    try {
      const createScriptURL = (address: string) => (address.startsWith(base) ? address : '');
      policy ??= types!.createPolicy('lit-html', { createHTML: (text) => text, createScriptURL });
    } catch {
      policy = {}; // there are none, or this one is not allowed; where the page insists on it, the next file says so
    }
    return policy;
  }

  /** Runs `widget/NAME.js`; gives what it carries. `given` is what it finds on its script. */
  const run = (name: string, sum?: string, given?: unknown) =>
    new Promise<unknown>((done, fail) => {
      const script: Carrier = document.createElement('script');
      const address = `${base}widget/${name}.js`;
      script.charset = 'utf-8'; // a host's page may be in another, and a plain server names none
      if (checked) {
        script.crossOrigin = 'anonymous';
        script.integrity = `sha256-${sum}`;
      }
      script.nonce = own.nonce ?? '';
      script.given = given;
      script.onload = script.onerror = () => {
        script.remove();
        if (Object.hasOwn(script, 'carried')) done(script.carried);
        else fail(new Error(`No ${name}`));
      };
      script.src = (trusted().createScriptURL?.(address) ?? address) as string;
      document.head.append(script);
    });

  type Hashes = Record<string, string>;
  let hashes: Promise<Hashes> | undefined;
  let more: Promise<Hashes> | undefined;
  /**
   * The same; where the browser is to check it, by the list of hashes, which comes before the first. What is not in it is for
   * another language, and in a list of its own: nobody pays for a language that he does not read.
   */
  async function file(name: string, given?: unknown): Promise<unknown> {
    if (!checked) return run(name, '', given);
    hashes ??= run(`hashes.${mark}`, hash) as Promise<Hashes>;
    hashes.catch(() => (hashes = undefined));
    let known = await hashes;
    if (!known[name]) known = await (more ??= file(`hashes.more.${mark}`) as Promise<Hashes>);
    return run(name, known[name], given);
  }

  return { file, trusted, base };
}
