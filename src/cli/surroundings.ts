/** What a command prints to and what it knows of its process: given, so that any caller can be one. */
export interface Surroundings {
  /** Results. */
  readonly stdout: Stream;
  /** All the rest: problems, progress, complaints. */
  readonly stderr: Stream;
  /** `KEFU_BILLING_NOW` sets the clock. */
  readonly env: Readonly<Record<string, string | undefined>>;
}

type Stream = NodeJS.WritableStream & { readonly isTTY?: boolean };

/** Takes the exit status that a command ends with. */
export type End = (status: number) => void;
