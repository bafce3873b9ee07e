/**
 * What cannot be seen in a cell: blanks, controls, marks without a shape, and letters that are drawn as
 * nothing. A class of characters without its brackets, which the language and the engine read alike.
 */
export const UNSEEN_CHARACTERS =
  '\\s\\p{Z}\\p{C}\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\ufe00-\ufe0f\uffa0';
