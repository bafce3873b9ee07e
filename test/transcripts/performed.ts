/** What a command printed, and its exit status. */
export interface Performed {
  readonly stdout: string;
  readonly stderr: string;
  readonly status: number | null;
}
