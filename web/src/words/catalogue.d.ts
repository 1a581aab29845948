declare module '*.json?catalogue' {
  const catalogue: Record<string, string | ((params: Record<string, unknown>) => string)>;
  export default catalogue;
}

declare const __SITE_URL__: string;
