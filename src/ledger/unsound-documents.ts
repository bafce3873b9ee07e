/** Thrown where the documents of a batch are not as they were published; a problem says it in words. */
export class UnsoundDocuments extends Error {
  override readonly name = 'UnsoundDocuments';

  constructor(readonly fault: 'cut-off' | 'not-vouched-for') {
    super(fault);
  }
}
