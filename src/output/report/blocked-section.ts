/** Merchants that get no new document, and what to do about each. */
import { html, named, type Html } from './html.js';
import { problemItem } from './problems-section.js';
import type { BlockedMerchant, ReportData } from './report-data.js';
import { SENTENCES, WORDS, type Voice } from '../../words/report-words.js';

const SHOWN_MAX = 50;

/** Nothing where nobody is blocked. */
export function blockedSection({ blocked }: ReportData, voice: Voice): Html | null {
  if (blocked.length === 0) return null;
  const more = blocked.length - SHOWN_MAX;
  return html`<section aria-labelledby="blocked">
    <h2 id="blocked">${voice.heading(WORDS.blocked)}</h2>
    ${blocked.slice(0, SHOWN_MAX).map((merchant) => blockedMerchant(merchant, voice))}
    ${more > 0 ? html`<p>${voice.say(SENTENCES.moreMerchants(more))}</p>` : null}
  </section>`;
}

function blockedMerchant(merchant: BlockedMerchant, voice: Voice): Html {
  const { say } = voice;
  const { merchantId, merchantName, standing, errors, errorCount } = merchant;
  const more = errorCount - errors.length;
  return html`<article class="notice">
    <h3>${named(merchantName)} <span class="quiet">${merchantId}</span></h3>
    <p>
      ${say(standing.length === 0 ? SENTENCES.noDocument : SENTENCES.stillStands(standing.join(', ')))}
    </p>
    <ul>
      ${errors.map((found) => problemItem({ ...found, merchantId: null }, voice))}
    </ul>
    ${more > 0 ? html`<p>${say(SENTENCES.andMore(more))}</p>` : null}
  </article>`;
}
