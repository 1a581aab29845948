// Where the widget's files are. The npm package has another module in the place of this one (src/package/home.ts), the site's
// classic script another again (classic/home.ts).

/** The address of a file beside which the others are. */
export const files = import.meta.url;
/** The address of the full page, '' where there is none: a pinned copy lies two folders deeper. */
export const home = new URL(/* @vite-ignore */ '.', files).href.replace(/v\/[^/]+\/$/, '');
