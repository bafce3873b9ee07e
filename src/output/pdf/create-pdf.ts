/** An empty PDF/A-3a: tagged, with its fonts inside, to be kept for years. */
import PDFDocument from 'pdfkit';
import type { Language } from '../../documents/document.js';
import type { LocalDate } from '../../period/local-date.js';

export interface PdfFacts {
  readonly title: string;
  readonly author: string;
  readonly language: Language;
  /** Given, so that the same pages give the same bytes. */
  readonly created: LocalDate;
}

export function createPdf({ title, author, language, created }: PdfFacts): PDFKit.PDFDocument {
  return new PDFDocument({
    size: 'A4',
    margin: 0,
    bufferPages: true,
    pdfVersion: '1.7',
    subset: 'PDF/A-3a',
    tagged: true,
    lang: language === 'en' ? 'en' : 'zh-CN',
    displayTitle: true,
    // fonts are our own
    font: '',
    info: {
      Title: inMetadata(title),
      Author: inMetadata(author),
      CreationDate: startOf(created),
    },
  });
}

export function startOf(date: LocalDate): Date {
  return new Date(`${date}T00:00:00Z`);
}

const FULL_WIDTH: Readonly<Record<string, string>> = { '&': '＆', '<': '＜', '>': '＞' };

/** pdfkit writes metadata into XML as it is, so what XML reads as its own is written full-width. */
function inMetadata(text: string): string {
  return text.replace(/[&<>]/g, (character) => FULL_WIDTH[character] ?? '').replace(/\p{C}/gu, '');
}
