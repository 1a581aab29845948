// One question at a time: while the worker is busy, only the newest one waits.
import { noAnswer, type Answer, type Question } from './protocol.ts';

type Asked = Omit<Question, 'number' | 'text'> & { text: string };

export class Asking {
  #worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  #number = 0;
  #busy = false;
  #waiting: Asked | null = null;
  #known: string | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** `answered` is called with what belongs to the newest question only. */
  constructor(answered: (answer: Answer) => void) {
    this.#worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
      this.#busy = false;
      if (this.#waiting) this.#send(this.#waiting);
      else if (data.number === this.#number) answered(data);
    });
    this.#worker.addEventListener('error', () => {
      this.#busy = false;
      answered(noAnswer(this.#number, 'The checker did not start in this browser.'));
    });
  }

  /** Asks once nothing has been asked for `wait` milliseconds. */
  ask(question: () => Asked, wait: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      const asked = question();
      if (this.#busy) this.#waiting = asked;
      else this.#send(asked);
    }, wait);
  }

  #send(asked: Asked) {
    this.#waiting = null;
    this.#busy = true;
    this.#number += 1;
    const text = asked.text === this.#known ? null : asked.text;
    this.#known = asked.text;
    this.#worker.postMessage({ ...asked, text, number: this.#number } satisfies Question);
  }
}
