/** An empty PDF/A-3a and PDF/UA-1: tagged, with its fonts inside, to be kept for years. */
import PDFDocument from 'pdfkit';
import type { Language } from '../../documents/document.js';
import type { LocalDate } from '../../period/local-date.js';
import { declareUniversalAccess } from './engine/universal-access.js';

export interface PdfFacts {
  readonly title: string;
  readonly author: string;
  readonly language: Language;
  /** Given, so that the same pages give the same bytes. */
  readonly created: LocalDate;
}

export function createPdf({ title, author, language, created }: PdfFacts): PDFKit.PDFDocument {
  const pdf = new PDFDocument({
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
  declareUniversalAccess(pdf);
  return pdf;
}

export function startOf(date: LocalDate): Date {
  return new Date(`${date}T00:00:00Z`);
}

const FULL_WIDTH: Readonly<Record<string, string>> = { '&': '＆', '<': '＜', '>': '＞' };

/** pdfkit writes metadata into XML as it is, so what XML reads as its own is written full-width. */
function inMetadata(text: string): string {
  return text.replace(/[&<>]/g, (character) => FULL_WIDTH[character] ?? '').replace(/\p{C}/gu, '');
}
