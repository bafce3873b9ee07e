/** Somebody else has been at what a run wrote and has not published yet. */
export class StagingChanged extends Error {
  override readonly name = 'StagingChanged';

  /** `file`, inside the staging folder, is gone, is not as it was written, or is none of the run's. */
  constructor(readonly file: string) {
    super(`${file} is not as it was written`);
  }
}
