// In the place of src/engine/carried.ts: the same files as classic scripts, by the loader.
import { bytesOf, sumOf } from '../../engine/carried.ts';
import { EngineError } from '../../engine/errors.ts';
import { within } from '../../engine/with-timeout.ts';
import { file } from './given.ts';

export { bytesOf, sumOf };

export function imported(name: string, sum: string, _home: string, ms = 3000): Promise<unknown> {
  return within(file(`${name}.${sum}`), ms);
}

export async function carried(name: string, sum: string, home: string): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = bytesOf(String(await imported(name, sum, home)));
  if (sumOf(bytes) !== sum) throw new EngineError(`${name} is damaged.`);
  return bytes;
}
