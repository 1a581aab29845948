// In the place of src/widget/near.ts.
import { given } from './given.ts';

export function whenNear(host: HTMLElement & { begin(): void }): void {
  given.watch(host);
}
