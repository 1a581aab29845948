import type { Fault } from './types.ts';

/** Input that has faults. `errors` holds every one that was found. */
class InputError extends Error {
  readonly errors: Fault[];

  constructor(name: string, what: string, errors: Fault[]) {
    const first = errors[0];
    super(`${what}: ${first ? `${first.path || 'the whole'}: ${first.message}` : 'not readable'}`);
    this.name = name;
    this.errors = errors;
  }
}

export class CaseError extends InputError {
  constructor(errors: Fault[]) {
    super('CaseError', 'This case cannot be answered', errors);
  }
}

export class PackError extends InputError {
  constructor(errors: Fault[]) {
    super('PackError', 'This pack cannot be used', errors);
  }
}

/** The engine could not be loaded, or failed twice on the same question. Never an answer in disguise. */
export class EngineError extends Error {
  constructor(message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'EngineError';
  }
}
