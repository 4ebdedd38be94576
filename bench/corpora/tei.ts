import { DOMParser, type Element, type Node } from '@xmldom/xmldom';
import { type CodePoints, codePointsOf } from '../../src/text/code-points.ts';
import type { Span } from './attribution.ts';

/** An element of a text, and the stretch of the text that it holds. */
export interface MarkedSpan extends Span {
  name: string;
  attributes: Record<string, string>;
  /** The elements around it, the outermost first. */
  within: MarkedSpan[];
}

export interface TeiText {
  text: CodePoints;
  /** In the order in which they begin. */
  elements: MarkedSpan[];
  /** `<f name="…">` of the head. */
  features: Record<string, string>;
}

/**
 * Reads a TEI file. White space in its body is that of the file's layout: each run of it is a single space
 * of the text.
 */
export function parseTei(xml: string): TeiText {
  const document = new DOMParser({ onError: raise }).parseFromString(xml, 'text/xml');
  const body = document.getElementsByTagName('body')[0];
  if (body === undefined) throw new Error('the TEI file has no body');
  const elements: MarkedSpan[] = [];
  let text = '';
  let length = 0;
  visit(body, []);
  const features = Object.fromEntries(
    Array.from(document.getElementsByTagName('f'), (it) => {
      return [it.getAttribute('name') ?? '', (it.textContent ?? '').trim()];
    }),
  );
  return { text: codePointsOf(text.trimEnd()), elements, features };

  function visit(node: Node, within: MarkedSpan[]): void {
    for (const child of Array.from(node.childNodes)) {
      if (child.nodeType === child.TEXT_NODE) append(child.nodeValue ?? '');
      else if (isElement(child)) {
        const element = { ...describe(child), start: length, end: length, within };
        elements.push(element);
        visit(child, [...within, element]);
        element.end = length;
      }
    }
  }

  function append(words: string): void {
    const spaced = words.replaceAll(/\s+/g, ' ');
    const joined = text === '' || text.endsWith(' ') ? spaced.trimStart() : spaced;
    text += joined;
    length += [...joined].length;
  }
}

function describe(element: Element): { name: string; attributes: Record<string, string> } {
  const attributes = Array.from(element.attributes, ({ name, value }) => [name, value]);
  return { name: element.tagName, attributes: Object.fromEntries(attributes) };
}

function isElement(node: Node): node is Element {
  return node.nodeType === node.ELEMENT_NODE;
}

function raise(level: string, message: string): void {
  throw new Error(`${level}: ${message}`);
}
