/** What stands around the pages of a PDF/A-3a and PDF/UA-1: what it says of itself, its colours, its attachment. */
import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import type { Language } from '../../documents/document.js';
import type { LocalDate } from '../../period/local-date.js';
import type { Canvas } from './engine/canvas.js';
import { colourProfile } from './engine/colour-profile.js';
import { metadata, PRODUCER, type DocumentFacts } from './engine/metadata.js';
import { dateString, textString, type PdfFile, type Reference } from './engine/pdf-file.js';

export interface PdfFacts extends DocumentFacts {
  readonly language: Language;
  readonly created: LocalDate;
}

/** A file that travels inside of the PDF. */
export interface Attachment {
  readonly name: string;
  readonly content: string;
}

/** An attachment, with what it is in words. */
export interface DescribedAttachment extends Attachment {
  readonly description: string;
}

/** The file, when all is drawn; the same drawing and facts give the same bytes. */
export function finishPdf(
  canvas: Canvas,
  facts: PdfFacts,
  attachment?: DescribedAttachment,
): Buffer {
  const { file } = canvas;
  const { pages, structure } = canvas.finish();
  const [title, author] = [facts.title, facts.author].map(printable);
  const known = { title: title ?? '', author: author ?? '', created: facts.created };
  const described = file.addStream('/Type /Metadata /Subtype /XML', metadata(known));
  const catalog = file.add(
    `<</Type /Catalog /Pages ${pages} /Lang (${facts.language === 'en' ? 'en' : 'zh-CN'}) ` +
      `/MarkInfo <</Marked true>> /StructTreeRoot ${structure} ` +
      `/ViewerPreferences <</DisplayDocTitle true>> /Metadata ${described} ` +
      `/OutputIntents [${outputIntent(file)}]` +
      `${attachment === undefined ? '' : attached(file, attachment, facts.created)}>>`,
  );
  const info = file.add(
    `<</Title ${textString(known.title)} /Author ${textString(known.author)} ` +
      `/Producer ${textString(PRODUCER)} /Creator ${textString(PRODUCER)} ` +
      `/CreationDate ${dateString(known.created)}>>`,
  );
  const id = `<${digest(Buffer.from(JSON.stringify(known)))}>`;
  return file.end(`/Root ${catalog} /Info ${info} /ID [${id} ${id}]`);
}

/** What XML cannot hold is no part of a title. */
function printable(text: string): string {
  return text.replace(/\p{C}/gu, '');
}

let packedProfile: Buffer | undefined;

/** Colours are meant as sRGB. */
function outputIntent(file: PdfFile): Reference {
  packedProfile ??= deflateSync(colourProfile());
  const profile = file.addStream('/N 3 /Filter /FlateDecode', packedProfile);
  const name = textString('sRGB IEC61966-2.1');
  return file.add(
    `<</Type /OutputIntent /S /GTS_PDFA1 /Info ${name} /OutputConditionIdentifier ${name} ` +
      `/DestOutputProfile ${profile}>>`,
  );
}

/** The entries by which the catalog names an attachment. */
function attached(
  file: PdfFile,
  { name, content, description }: DescribedAttachment,
  created: LocalDate,
): string {
  const bytes = Buffer.from(content);
  const date = dateString(created);
  const embedded = file.addStream(
    '/Type /EmbeddedFile /Subtype /text#2Fcsv /Filter /FlateDecode ' +
      `/Params <</Size ${bytes.length} /CheckSum <${digest(bytes)}> ` +
      `/CreationDate ${date} /ModDate ${date}>>`,
    deflateSync(bytes),
  );
  const shown = textString(name);
  const specified = file.add(
    `<</Type /Filespec /AFRelationship /Data /F ${shown} /UF ${shown} /EF <</F ${embedded}>> ` +
      `/Desc ${textString(description)}>>`,
  );
  return ` /Names <</EmbeddedFiles <</Names [${shown} ${specified}]>>>> /AF [${specified}]`;
}

/** What PDF asks for as a sum, which protects nothing (ISO 32000-1, 7.11.4). */
function digest(bytes: Buffer): string {
  return createHash('md5').update(bytes).digest('hex');
}
