import { raw, html as tagged } from 'hono/html';

/** HTML that is finished: what it was made of is escaped. */
export type Html = ReturnType<typeof raw>;
type Value = string | number | boolean | null | undefined | Html | readonly Value[];

/**
 * HTML of a template. Every value is escaped, in attributes too, which have to stand in quotation marks;
 * what is HTML already is taken as it is, false and null as nothing.
 */
export const html = tagged as (strings: TemplateStringsArray, ...values: Value[]) => Html;

export const nothing = html``;

/** JSON within a script element, which no text of it can end. */
export function jsonScript(type: string, value: unknown): Html {
  const json = JSON.stringify(value).replaceAll('<', '\\u003c');
  return html`<script type="${type}">${raw(json)}</script>`;
}
