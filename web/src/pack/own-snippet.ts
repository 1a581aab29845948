import { room, text as attribute } from '../snippet/snippets.ts';

export interface OwnWanted {
  /** Where the site stands, with a slash at its end. */
  home: string;
  /** The name of the pack's file. */
  file: string;
  /** The words of the link that stands until the checker is ready. */
  label: string;
}

/** The checker for a pack of the host's own; the address is for him to put in. */
export function ownSnippet({ home, file, label }: OwnWanted): string {
  const packs = `https://your-site.example/${file}`;
  return `<return-checker packs="${attribute(packs)}" lang="en"><a href="${attribute(home)}">${attribute(label)}</a>${room}</return-checker>
<script async src="${attribute(home)}return-checker.js"></script>`;
}
