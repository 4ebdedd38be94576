// @ts-check

/**
 * @typedef {{ start: number, end: number, exact: string, role: string, factType: string, fact: string }} Mention
 * @typedef {Mention & { moved: boolean }} Placed
 */

/**
 * What programs do to a text unasked, undone: each of these may be the text that was read.
 * @param {string} text
 */
export function* formsOf(text) {
  for (const characters of new Set([text, text.normalize('NFC')]))
    for (const lines of new Set([characters, characters.replaceAll(/\r\n?/g, '\n')])) {
      const whole = lines.replace(/^\uFEFF/, '');
      for (const form of new Set([lines, whole]))
        yield* [form, `${form}\n`, form.replace(/\r?\n$/, '')];
    }
}

/**
 * The form of a text that has this fingerprint.
 * @param {string} text
 * @param {string} sha256 of the text in UTF-8
 * @returns {Promise<string | null>} null where none has
 */
export async function recognize(text, sha256) {
  for (const form of new Set(formsOf(text))) if ((await sha256Of(form)) === sha256) return form;
  return null;
}

/** @param {string} text */
async function sha256Of(text) {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * Where mentions stand in a text: at their place, or else where their words stand, if that is one place.
 * @param {string} text
 * @param {readonly Mention[]} mentions with positions in code points
 * @returns {{ placed: Placed[], missing: Mention[] }}
 */
export function place(text, mentions) {
  const characters = Array.from(text);
  /** @type {Placed[]} */
  const placed = [];
  /** @type {Mention[]} */
  const missing = [];
  for (const mention of mentions) {
    const { start, end, exact } = mention;
    if (characters.slice(start, end).join('') === exact) {
      placed.push({ ...mention, moved: false });
      continue;
    }
    const at = text.indexOf(exact);
    if (at < 0 || text.lastIndexOf(exact) !== at) missing.push(mention);
    else {
      const first = Array.from(text.slice(0, at)).length;
      placed.push({ ...mention, start: first, end: first + Array.from(exact).length, moved: true });
    }
  }
  return { placed, missing };
}

/**
 * A text in stretches, each with all that is stated there.
 * @param {string} text
 * @param {readonly Placed[]} placed
 * @returns {{ text: string, start: number, stated: Placed[] }[]}
 */
export function stretchesOf(text, placed) {
  const characters = Array.from(text);
  const bounds = new Set([0, characters.length]);
  for (const { start, end } of placed) bounds.add(start).add(end);
  const sorted = [...bounds].sort((left, right) => left - right);
  const waiting = placed.toSorted((left, right) => left.start - right.start);
  /** @type {Placed[]} */
  let stated = [];
  let next = 0;
  return sorted.slice(0, -1).map((start, index) => {
    stated = stated.filter(({ end }) => end > start);
    for (let mention = waiting[next]; mention && mention.start <= start; mention = waiting[++next])
      stated.push(mention);
    return {
      text: characters.slice(start, sorted[index + 1]).join(''),
      start,
      stated: [...stated],
    };
  });
}
