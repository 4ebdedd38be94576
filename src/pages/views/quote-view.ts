import { Polarity } from '../../model/polarity.ts';
import type { Quote } from '../../model/quote.ts';
import { QuoteKind } from '../../model/quote-kind.ts';
import { type Html, html, nothing } from '../../site/html.ts';
import { directionOf, type Reader } from '../language.ts';
import { date, fields, link, linksTo, linkTo, value, whereStated } from '../parts.ts';
import { cutOff, inLanguage } from '../texts.ts';
import { defineView } from './view.ts';

export const quoteView = defineView<Quote>({
  heading: (quote, reader) => html`<h1 class="small">${attribution(quote, reader)}</h1>
${figure(quote, reader)}`,
  card: (quote, reader) =>
    html`<p>${attribution(quote, reader)}:</p>${figure(shortened(quote), reader, (said) => link('quotes', quote.id, said, reader))}`,
  details: (quote, reader) =>
    html`${fields(
      [
        ['verb', quote.verb === null ? null : html`<q lang="${quote.language}">${quote.verb}</q>`],
        ['date', date(quote.date, reader)],
        ['event', linkTo('events', quote.event, reader)],
        [
          'reportedIn',
          quote.reportedIn &&
            link(
              'quotes',
              quote.reportedIn.id,
              inLanguage(quote.language, cutOff(quote.reportedIn.text, 150)),
              reader,
            ),
        ],
      ],
      reader,
    )}${whereStated(quote.article, `quote-${quote.id}`, quote.mentions, reader)}`,
});

/** Among others, a speech is only begun. */
function shortened(quote: Quote): Quote {
  const { text, translation, verbatim } = quote;
  return {
    ...quote,
    text: cutOff(text, longest),
    translation: translation && { ...translation, text: cutOff(translation.text, longest) },
    verbatim: verbatim.slice(0, 10).map((it) => cutOff(it, longest)),
  };
}

const longest = 1000;

/** Who said it, or, before anybody reads the words, that they didn't. */
function attribution({ polarity, ...quote }: Quote, reader: Reader): Html {
  const who = speakersOf(quote, reader);
  return polarity === 'affirmed' ? who : html`${who} ${value(Polarity, polarity, reader)}`;
}

function speakersOf(
  { speakers, unnamedSpeaker }: Pick<Quote, 'speakers' | 'unnamedSpeaker'>,
  reader: Reader,
): Html {
  if (speakers.length > 0) return linksTo('actors', speakers, reader);
  return unnamedSpeaker === null
    ? html`${reader.words.narrator}`
    : html`<q dir="auto">${unnamedSpeaker}</q>`;
}

/** What was said, so that nobody can take our words for the speaker's: only those stand in quotation marks. */
function figure(quote: Quote, reader: Reader, wrap: (said: Html) => Html = (said) => said): Html {
  const { words } = reader;
  const { kind, language, text, translation } = quote;
  const note = {
    direct: words.verbatim,
    indirect: words.ourWords,
    mixed: words.partlyVerbatim,
  }[kind];
  const said = wrap(inLanguage(language, text));
  return html`<figure class="said ${kind}">
<blockquote lang="${language}" dir="${directionOf(language)}"><p>${kind === 'direct' ? html`<q>${said}</q>` : said}</p></blockquote>
${quote.verbatim.length === 0 ? nothing : html`<p class="verbatim">${quote.verbatim.map((it) => html`<q>${inLanguage(language, it)}</q> `)}</p>`}
${translation === null ? nothing : html`<p class="translation"><span class="tag">${words.translation} · ${translation.language}</span> ${inLanguage(translation.language, translation.text)} <small>(${translation.origin === 'editorial' ? words.editorial : words.fromSource})</small></p>`}
<figcaption>${value(QuoteKind, kind, reader)} ${note}</figcaption>
</figure>`;
}
