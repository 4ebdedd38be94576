import type { Html } from '../../site/html.ts';
import type { Reader } from '../language.ts';

/** How an item is shown. */
export interface View<Document = unknown> {
  /** At the top of its page: what it is called, or what was said. */
  heading(document: Document, reader: Reader): Html;
  /** In lists and among others. */
  card(document: Document, reader: Reader): Html;
  /** All that is known of it beside that. */
  details(document: Document, reader: Reader): Html;
}

/** Outside of its file, the documents of a view are opaque. */
export function defineView<Document>(view: View<Document>): View {
  return view as View;
}
