/** Outcome of an operation that can be refused. A refusal is a value: nothing here throws at a caller. */
export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: Problem };

/** Why something was refused. `message` is one plain sentence for the screen that says what to do. */
export interface Problem {
  readonly code: string;
  readonly message: string;
}

export function ok<T>(value: T): Result<T> {
  return { ok: true, value };
}

export function refuse<T = never>(code: string, message: string): Result<T> {
  return { ok: false, problem: { code, message } };
}

/** Unwraps a result known to be good (tests, built-in data). Throws the problem's sentence otherwise. */
export function must<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Error(result.problem.message);
}

/** Makes the compiler prove that every case of a union is handled. */
export function assertNever(value: never, why: string): never {
  throw new Error(`${why}: ${JSON.stringify(value)}`);
}
