/** Problems by severity and code, with the first few of each and what to do. */
import type { Problem } from '../../problem.js';
import { html, type Html } from './html.js';
import type { ReportData } from './report-data.js';
import { wordsIn } from '../../words/in-language.js';
import { problemSentence } from '../../words/problem-sentence.js';
import { SENTENCES, WORDS, type Voice } from '../../words/report-words.js';

export function problemsSection({ problems }: ReportData, voice: Voice): Html {
  const { say, heading } = voice;
  const groups = problems.map(({ severity, code, count, examples }) => {
    const more = count - examples.length;
    return html`<article class="notice">
      <h3>${say(WORDS[severity])} <code>${code}</code> <span class="quiet">${count}</span></h3>
      <ul>
        ${examples.map((found) => problemItem(found, voice))}
      </ul>
      ${more > 0 ? html`<p>${say(SENTENCES.andMore(more))}</p>` : null}
    </article>`;
  });
  return html`<section aria-labelledby="problems">
    <h2 id="problems">${heading(WORDS.problems)}</h2>
    ${groups.length === 0 ? html`<p>${say(WORDS.noProblems)}</p>` : groups}
  </section>`;
}

/** Where, what was found and what was expected, and what to do. */
export function problemItem(found: Problem, { say, spoken }: Voice): Html {
  const { file, record, column, merchantId } = found;
  const { lang } = wordsIn(spoken);
  const { message, hint } = problemSentence(found, spoken);
  const place = [
    file,
    record === null ? null : say(SENTENCES.record(record)),
    column,
    merchantId,
  ].filter((part) => part !== null);
  return html`<li>
    <span class="quiet">${place.join(' · ')}</span><br /><span lang="${lang}"
      >${message}<br /><strong>→ ${hint}</strong></span
    >
  </li>`;
}
