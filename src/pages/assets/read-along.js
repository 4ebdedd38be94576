import { place, recognize, stretchesOf } from './find-text.js';

// Shows each fact in the text that a reader has. The text goes nowhere: only the mentions are asked for.

const section = document.querySelector('.read');
const form = section.querySelector('form');
const area = form.querySelector('textarea');
const { article, sha256, lists, query, words } = JSON.parse(
  section.querySelector('script').textContent,
);
const shown = section.querySelector('.beside');
const panel = section.querySelector('.panel');
const told = section.querySelector('.told');
let current = null;

section.hidden = false;
form.addEventListener('submit', (event) => {
  event.preventDefault();
  show(area.value);
});
form
  .querySelector('input[type=file]')
  .addEventListener('change', (event) => read(event.target.files));
section.querySelector('.again button').addEventListener('click', () => {
  toggle(false);
  area.focus();
});
for (const name of ['dragover', 'drop', 'dragleave'])
  section.addEventListener(name, (event) => {
    event.preventDefault();
    section.classList.toggle('over', name === 'dragover');
    if (name === 'drop') drop(event.dataTransfer);
  });

function drop(data) {
  if (data.files.length > 0) read(data.files);
  else show(data.getData('text/plain'));
}

async function read([file]) {
  if (file !== undefined) show(await file.text());
}

async function show(given) {
  if (given.trim() === '') return;
  const right =
    globalThis.crypto?.subtle === undefined ? undefined : await recognize(given, sha256);
  const text = right ?? given;
  const response = await fetch(`/v1/exports/mentions.ndjson?article=${article}`);
  if (!response.ok) {
    told.textContent = words.tooBusy;
    return;
  }
  const lines = (await response.text()).split('\n').filter((line) => line !== '');
  const mentions = lines.map((line) => JSON.parse(line));
  const { placed, missing } = place(text, mentions);
  told.textContent = `${tellWhich(given, right)} ${words.inPlace} ${placed.filter(({ moved }) => !moved).length} / ${mentions.length}.`;
  list(missing);
  const stretches = stretchesOf(text, placed).map(toElement);
  section.querySelector('.text').replaceChildren(...stretches);
  panel.querySelector('ul').replaceChildren();
  toggle(true);
  linkPlaces();
  const wanted = new URLSearchParams(location.search).get('start');
  const first = wanted && document.getElementById(`at-${wanted}`);
  (first || section.querySelector('.text .stated'))?.focus();
}

function tellWhich(given, right) {
  if (right === undefined) return words.noDigest;
  if (right === null) return words.otherText;
  return right === given ? words.thisText : words.repairedText;
}

function toggle(isShown) {
  shown.hidden = !isShown;
  form.hidden = isShown;
  section.querySelector('.again').hidden = !isShown;
  if (!isShown) section.querySelector('.missing').hidden = true;
}

function toElement({ text, start, stated }) {
  if (stated.length === 0) return document.createTextNode(text);
  const element = document.createElement('span');
  element.id = `at-${start}`;
  element.className = 'stated';
  element.textContent = text;
  for (const name of ['focus', 'mouseenter'])
    element.addEventListener(name, () => tell(element, stated));
  // White space between two mentions has nothing to be read out.
  if (text.trim() === '') return element;
  element.tabIndex = 0;
  element.setAttribute('role', 'button');
  element.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    panel.querySelector('a')?.focus();
  });
  element.addEventListener('click', () => element.focus());
  return element;
}

/** In the panel, what is stated there. */
function tell(element, stated) {
  current?.classList.remove('here');
  current = element;
  current.classList.add('here');
  const facts = new Map(stated.map((mention) => [`${mention.factType} ${mention.fact}`, mention]));
  panel.querySelector('ul').replaceChildren(...Array.from(facts, toItem));
}

panel.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') current?.focus();
});

function toItem([key, { factType, fact, moved }]) {
  const item = document.createElement('li');
  const known = document.querySelector(`[data-fact="${key}"]`);
  const tag = document.createElement('span');
  tag.className = 'tag';
  tag.textContent = known?.querySelector('.tag').textContent ?? factType;
  const link = document.createElement('a');
  link.href = `/${lists[factType]}/${fact}${query}`;
  const name = known?.querySelector(`.body a[href*="/${fact}"] span`) ?? null;
  link.textContent = name?.textContent ?? fact;
  if (name) [link.lang, link.dir] = [name.lang, name.dir];
  item.append(tag, ' ', link);
  if (moved) item.append(` (${words.moved})`);
  return item;
}

/** What doesn't stand in the text. */
function list(missing) {
  const box = section.querySelector('.missing');
  box.hidden = missing.length === 0;
  box.querySelector('h3').textContent = words.missing;
  box.querySelector('ul').replaceChildren(
    ...missing.map(({ exact, start, end, factType, fact }) => {
      const item = document.createElement('li');
      const quotation = document.createElement('q');
      quotation.textContent = exact;
      quotation.dir = 'auto';
      const link = document.createElement('a');
      link.href = `/${lists[factType]}/${fact}${query}`;
      link.textContent = fact;
      item.append(quotation, ` ${start}–${end} `, link);
      return item;
    }),
  );
}

/** From the list of facts into the text. */
function linkPlaces() {
  for (const span of document.querySelectorAll('[data-at]')) {
    const target = document.getElementById(`at-${span.dataset.at}`);
    if (target === null) continue;
    const link = document.createElement('a');
    link.className = 'at';
    link.href = `#${target.id}`;
    link.textContent = span.textContent;
    link.addEventListener('click', () => target.focus());
    link.dataset.at = span.dataset.at;
    span.replaceWith(link);
  }
}
