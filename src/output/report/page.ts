/** The page around sections: it needs nothing but itself, and runs its own script alone. */
import { createHash } from 'node:crypto';
import type { Voice } from '../../words/report-words.js';
import { html, script, style, type Html } from './html.js';

export interface PageParts {
  readonly title: string;
  readonly voice: Voice;
  readonly styles: readonly string[];
  readonly script: string;
  readonly sections: readonly (Html | null)[];
  /** What stands at the foot: links to the files beside the page. */
  readonly files: readonly string[];
  readonly filesLabel: string;
}

/** The same text for the same parts. */
export function page({ title, voice, styles, sections, files, ...rest }: PageParts): string {
  return html`<!doctype html>
    <html lang="${voice.lang}">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${policyFor(rest.script)}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <link rel="icon" href="data:," />
        <title>${title}</title>
        ${styles.map(style)}
      </head>
      <body>
        <main>${sections.map((section) => html`${section} `)}</main>
        <footer>
          <nav aria-label="${rest.filesLabel}">
            ${files.map((file) => html`<a href="${file}">${file}</a> `)}
          </nav>
        </footer>
        ${script(rest.script)}
      </body>
    </html> `.text;
}

/** The policy lets the page run its own script alone, and ask for nothing. */
function policyFor(source: string): string {
  return [
    "default-src 'none'",
    "style-src 'unsafe-inline'",
    `script-src 'sha256-${createHash('sha256').update(source).digest('base64')}'`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}
