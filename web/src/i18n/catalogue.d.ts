declare module '*.json?catalogue' {
  const catalogue: Record<string, string | ((params: Record<string, unknown>) => string)>;
  export default catalogue;
}

declare module '*.json?law' {
  const catalogue: Record<string, string | ((params: Record<string, unknown>) => string)>;
  export default catalogue;
}

declare module '*.json?snippet' {
  const catalogue: Record<string, string | ((params: Record<string, unknown>) => string)>;
  export default catalogue;
}

declare module '*.json?widget' {
  const catalogue: Record<string, string | ((params: Record<string, unknown>) => string)>;
  export default catalogue;
}

declare module '*.json?brief' {
  const catalogue: Record<string, string | ((params: Record<string, unknown>) => string)>;
  export default catalogue;
}

declare module '*.json?letter' {
  const catalogue: Record<string, string | ((params: Record<string, unknown>) => string)>;
  export default catalogue;
}

/** The languages of web/messages (web/plugins/messages.ts). */
declare module 'virtual:languages/catalogue+law+sentences' {
  type Load = () => Promise<{
    default: Record<string, string | ((params: Record<string, unknown>) => string)>;
  }>;
  const languages: Readonly<
    Record<
      string,
      { name: string; catalogue?: Load; law?: Load; sentences?: Readonly<Record<string, string>> }
    >
  >;
  export default languages;
}

declare module 'virtual:languages/widget+brief' {
  type Load = () => Promise<{
    default: Record<string, string | ((params: Record<string, unknown>) => string)>;
  }>;
  const languages: Readonly<Record<string, { name: string; widget?: Load; brief?: Load }>>;
  export default languages;
}

declare module 'virtual:languages/snippet' {
  type Load = () => Promise<{
    default: Record<string, string | ((params: Record<string, unknown>) => string)>;
  }>;
  const languages: Readonly<Record<string, { name: string; snippet?: Load }>>;
  export default languages;
}

declare const __SITE_URL__: string;
/** The widget that this build made: its version, fingerprint and weight (brotli). */
declare const __WIDGET__: { version: string; integrity: string; bytes: number };
/** The widget's element: the name of its file beside return-checker.js. */
declare const __ELEMENT_FILE__: string;
/** The address of the repository, where wrong answers are reported (REPOSITORY_URL at build); '' where none is known. */
declare const __REPOSITORY__: string;
declare const __VERSION__: string;
