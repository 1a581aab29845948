/** The address of the full page that the package was built for; '' where there is none. */
declare const __FULL_PAGE__: string;

/** The files of the site as modules, by name without sum. Made by scripts/package.mjs. */
declare module 'returnable:files' {
  export const files: { readonly [name: string]: () => Promise<{ default: unknown }> };
}
