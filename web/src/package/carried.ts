// In the place of src/engine/carried.ts: the same files, by imports that a bundler can follow, so that it ships those which a
// page may need, and each is loaded when it is needed.
import { bytesOf, sumOf } from '../engine/carried.ts';
import { EngineError } from '../engine/errors.ts';
import { within } from '../engine/with-timeout.ts';
import { files } from 'returnable:files';

export { bytesOf, sumOf };

export async function imported(name: string, _sum: string, _home: string, ms = 3000): Promise<unknown> {
  const load = files[name];
  if (!load) throw new EngineError(`${name} is not in the package.`);
  return (await within(load(), ms)).default;
}

export async function carried(name: string, sum: string, home: string): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = bytesOf(String(await imported(name, sum, home)));
  if (sumOf(bytes) !== sum) throw new EngineError(`${name} is damaged.`);
  return bytes;
}
