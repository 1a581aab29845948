/** The address of the full page that the package was built for; '' where there is none. */
declare const __FULL_PAGE__: string;

/** The files of the site as modules, by name without sum. Made by scripts/package.mjs. */
declare module 'returnable:files' {
  export const files: { readonly [name: string]: () => Promise<{ default: unknown }> };
}

declare module 'virtual:languages/widget' {
  type Load = () => Promise<{
    default: Record<string, string | ((params: Record<string, unknown>) => string)>;
  }>;
  const languages: Readonly<Record<string, { name: string; widget: Load }>>;
  export default languages;
}
