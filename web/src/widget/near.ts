// When a checker begins. Who imports the element wants it at once; in the site's script the loader says when (classic/near.ts).
export function whenNear(host: { begin(): void }): void {
  host.begin();
}
