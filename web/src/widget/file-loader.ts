// Fetches the widget's files as classic scripts: those need no CORS header and no `connect-src`. Where the page asks for a
// checked entry (integrity, crossorigin), or is of the same site, the browser checks each further file by its hash as well.

interface Policy {
  createHTML?: (text: string) => unknown;
  createScriptURL: (address: string) => unknown;
}

/** What a file leaves on its own script, and what it finds there. */
export interface Carrier extends HTMLScriptElement {
  carried?: unknown;
  given?: unknown;
}

export function fileLoader() {
  // A module has no current script: older snippets say type="module".
  const own = (document.currentScript ??
    document.querySelector('script[src*="return-checker.js"]')) as HTMLScriptElement | null;
  const base = new URL('.', own?.src ?? document.baseURI).href;
  const checked = own?.crossOrigin != null || base.startsWith(`${self.origin}/`);

  let policy: Policy | null | undefined;
  /** The one policy that the widget asks a host for is Lit's; here it also makes addresses, and only of this folder. */
  function trusted(): Policy | null {
    if (policy === undefined) {
      policy = null;
      const types = (globalThis as { trustedTypes?: { createPolicy(name: string, rules: Policy): Policy } }).trustedTypes;
      try {
        const createScriptURL = (address: string) => (address.startsWith(base) ? address : '');
        policy = types!.createPolicy('lit-html', { createHTML: (text) => text, createScriptURL });
      } catch {
        // There are none, or this one is not allowed. Where the page insists on it, the next file says so.
      }
    }
    return policy;
  }

  /** What the file `widget/NAME.js` carries, by the hash of its bytes; `given` is what it finds on its script. */
  function file(name: string, hash: string, given?: unknown): Promise<unknown> {
    return new Promise((done, fail) => {
      const script: Carrier = document.createElement('script');
      const address = `${base}widget/${name}.js`;
      script.charset = 'utf-8'; // a host's page may be in another, and a plain server names none
      if (checked) {
        script.crossOrigin = 'anonymous';
        script.integrity = `sha256-${hash}`;
      }
      script.nonce = own?.nonce ?? '';
      script.given = given;
      script.onload = script.onerror = () => {
        script.remove();
        if (Object.hasOwn(script, 'carried')) done(script.carried);
        else fail(new Error(`${name} did not come.`));
      };
      script.src = (trusted()?.createScriptURL(address) ?? address) as string;
      document.head.append(script);
    });
  }

  /** Of a file that is named by its hash. */
  const named = (name: string, hash: string, given?: unknown) =>
    file(`${name}.${hash.replace(/\W/g, '').slice(0, 8)}`, hash, given);

  return { base, checked, file, named, trusted };
}
