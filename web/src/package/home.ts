// In the place of src/widget/home.ts: the package's files are modules that bundlers know, and there is a full page only where
// the package was built for the address of one (SITE_URL).
export const files = '';
export const home: string = __FULL_PAGE__;
