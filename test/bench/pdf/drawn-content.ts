/** What a document's pages show, as a tree of its tags: for another program to lay out anew. */
import { Canvas, type PlacedText, type Rectangle } from '../../../src/output/pdf/engine/canvas.js';
import { Page } from '../../../src/output/pdf/engine/page.js';
import { Tags, type Said, type Tag } from '../../../src/output/pdf/engine/tags.js';

export interface DrawnText extends PlacedText {
  readonly size: number;
  readonly bold: boolean;
  readonly color: string;
}

interface DrawnRectangle extends Rectangle {
  readonly color: string;
}

/** An element of the structure, or rectangles without a meaning, such as a line between sections. */
export interface Drawn extends Said {
  readonly tag: Tag | 'Artifact';
  readonly children: Drawn[];
  readonly texts: DrawnText[];
  readonly rectangles: DrawnRectangle[];
  /** On which page it begins, from 0. */
  readonly page: number;
}

/** Keeps what is drawn in this process, beside the drawing itself. */
export class DrawingRecorder {
  private page = 0;
  private open = [this.newDrawn('Document')];
  /** What is drawn goes to it. */
  private current: Drawn | undefined;
  private readonly elements = new WeakMap<object, Drawn>();

  constructor() {
    this.recordPages();
    this.recordElements();
    this.recordArtifacts();
    this.recordContent();
  }

  /** What was drawn since the last call. */
  take(): Drawn {
    const [taken] = this.open;
    this.page = 0;
    this.open = [this.newDrawn('Document')];
    return taken ?? this.newDrawn('Document');
  }

  private newDrawn(tag: Drawn['tag'], said: Said = {}): Drawn {
    return { tag, ...said, children: [], texts: [], rectangles: [], page: this.page };
  }

  private add(drawn: Drawn): void {
    this.open.at(-1)?.children.push(drawn);
  }

  private drawInto(drawn: Drawn | undefined, draw: () => void): void {
    const before = this.current;
    this.current = drawn;
    draw();
    this.current = before;
  }

  private recordPages(): void {
    const newPage = methodOf(Page.prototype, 'newPage');
    const turn = (): void => {
      this.page += 1;
    };
    Page.prototype.newPage = function (this: Page) {
      turn();
      newPage.call(this);
    };
  }

  private recordElements(): void {
    const element = methodOf(Tags.prototype, 'element');
    const inside = methodOf(Tags.prototype, 'inside');
    const content = methodOf(Tags.prototype, 'content');
    const known = (added: object | null): Drawn | undefined =>
      added === null ? undefined : this.elements.get(added);
    const remember = (added: object, tag: Tag, said?: Said): void => {
      const drawn = this.newDrawn(tag, said);
      this.elements.set(added, drawn);
      this.add(drawn);
    };
    const within = (drawn: Drawn | undefined, draw: () => void): void => {
      if (drawn !== undefined) this.open.push(drawn);
      draw();
      if (drawn !== undefined) this.open.pop();
    };
    const drawInto = (drawn: Drawn | undefined, draw: () => void): void => {
      this.drawInto(drawn ?? this.current, draw);
    };
    Tags.prototype.element = function (this: Tags, tag, said) {
      const added = element.call(this, tag, said);
      if (added !== null) remember(added, tag, said);
      return added;
    };
    Tags.prototype.inside = function (this: Tags, added, draw) {
      within(known(added), () => {
        inside.call(this, added, draw);
      });
    };
    Tags.prototype.content = function (this: Tags, added, tag, draw) {
      drawInto(known(added), () => {
        content.call(this, added, tag, draw);
      });
    };
  }

  /** But texts: page numbers and repeated headers are another program's own affair. */
  private recordArtifacts(): void {
    const artifact = methodOf(Tags.prototype, 'artifact');
    const record = (draw: () => void): void => {
      const drawn = this.newDrawn('Artifact');
      const isOutside = this.current === undefined;
      this.drawInto(drawn, draw);
      if (isOutside && drawn.texts.length === 0 && drawn.rectangles.length > 0) this.add(drawn);
    };
    Tags.prototype.artifact = function (this: Tags, draw) {
      record(() => {
        artifact.call(this, draw);
      });
    };
  }

  private recordContent(): void {
    const write = methodOf(Canvas.prototype, 'write');
    const fill = methodOf(Canvas.prototype, 'fill');
    const current = (): Drawn | undefined => this.current;
    Canvas.prototype.write = function (this: Canvas, texts, look) {
      const { size, bold = false, color } = look;
      for (const text of texts) current()?.texts.push({ ...text, size, bold, color });
      write.call(this, texts, look);
    };
    Canvas.prototype.fill = function (this: Canvas, rectangles, color) {
      for (const rectangle of rectangles) current()?.rectangles.push({ ...rectangle, color });
      fill.call(this, rectangles, color);
    };
  }
}

/** A method as it is before another takes its place. */
function methodOf<Type, Name extends keyof Type>(prototype: Type, name: Name): Type[Name] {
  return prototype[name];
}
