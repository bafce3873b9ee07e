/** A file of XML as plain data: what it says is found by the run, its text is made by whoever renders. */

/** By name; `@name` is an attribute, `#` the text of an element that has some, a list the same element over again. */
export type XmlElement = Readonly<Record<string, unknown>>;

export interface XmlFile {
  /** Inside the batch, such as `finance/ubl/INV-202610-000001.xml`. */
  readonly file: string;
  /** The root by its name. */
  readonly content: XmlElement;
}
