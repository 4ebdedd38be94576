const root = document.documentElement;
const dark = matchMedia('(prefers-color-scheme: dark)');
const followSystem = () => root.classList.toggle('dark-mode', dark.matches);
dark.addEventListener('change', followSystem);
followSystem();

const fetched = fetch('/openapi.json').then((answer) => answer.json());

/** A part of the document with what it refers to in place of each reference. No component refers to itself. */
function withoutReferences(whole, node) {
  if (Array.isArray(node)) return node.map((it) => withoutReferences(whole, it));
  if (typeof node !== 'object' || node === null) return node;
  const { $ref, ...rest } = node;
  const own = Object.fromEntries(
    Object.entries(rest).map(([key, child]) => [key, withoutReferences(whole, child)]),
  );
  if (typeof $ref !== 'string') return own;
  const target = valueAt(whole, $ref.slice('#/'.length).split('/'));
  return { ...withoutReferences(whole, target), ...own };
}

function valueAt(whole, path) {
  return path.reduce((node, key) => node?.[key], whole);
}

/**
 * What is shown of the document before anything of it is opened. The rest is asked for as a subtree without
 * references, part by part: Swagger UI takes long to make its own kind of objects of the whole.
 */
function outlineOf({ paths, components, ...rest }) {
  const { securitySchemes, schemas } = components;
  return {
    ...rest,
    // The document doesn't know where the server runs; whoever has this page does.
    servers: [{ url: location.origin }],
    paths: mapValues(paths, (methods) =>
      mapValues(methods, ({ tags, summary, operationId, security }) => ({
        ...{ tags, summary, operationId },
        ...(security && { security }),
      })),
    ),
    components: { securitySchemes, schemas: mapValues(schemas, () => ({})) },
  };
}

function mapValues(object, change) {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value)]));
}

const markup = /`([^`]+)`|\*\*([^*]+)\*\*|\*([^*]+)\*|\[([^\]]+)\]\(([^)]+)\)/g;

/** A paragraph in as much of Markdown as the document has. */
function paragraphOf(text, createElement) {
  const parts = [];
  let end = 0;
  for (const match of text.matchAll(markup)) {
    const [all, code, strong, emphasis, link, href] = match;
    parts.push(text.slice(end, match.index));
    if (code) parts.push(createElement('code', null, code));
    else if (strong) parts.push(createElement('strong', null, strong));
    else if (emphasis) parts.push(createElement('em', null, emphasis));
    else parts.push(createElement('a', { href }, link));
    end = match.index + all.length;
  }
  return createElement('p', null, ...parts, text.slice(end));
}

const plugin = ({ React: { createElement } }) => ({
  fn: {
    // In place of a resolver for any document, which takes seconds on a phone, for each operation.
    async resolveSubtree(_outline, path) {
      const whole = await fetched;
      return { spec: withoutReferences(whole, valueAt(whole, path)), errors: [] };
    },
  },
  components: {
    // It would be a link within a button; opening the operation changes the address as well.
    DeepLink: ({ text }) => createElement('span', null, text),
  },
  wrapComponents: {
    // The texts are ours: nothing in them has to be made harmless first, which would take a quarter of a second.
    Markdown: () => (props) => {
      const paragraphs = (props.source ?? '').split('\n\n');
      const elements = paragraphs.map((it) => paragraphOf(it, createElement));
      return createElement('div', { className: 'renderedMarkdown' }, ...elements);
    },
  },
  statePlugins: {
    layout: { wrapActions: { show: thenAskForSchemas } },
    spec: { wrapActions: { download: giveOutline } },
  },
});

function giveOutline(downloadWhole, { specActions }) {
  return async (url) => {
    try {
      specActions.updateSpec(JSON.stringify(outlineOf(await fetched)));
      specActions.updateLoadingStatus('success');
    } catch {
      // It tries once more, and says what is wrong.
      downloadWhole(url);
    }
  };
}

function thenAskForSchemas(show, { specActions }) {
  return (path, isShown) => {
    show(path, isShown);
    if (isShown && String(path) === 'components,schemas') specActions.requestResolvedSubtree(path);
  };
}

/** What those need to know who hear the page, or have no mouse, and Swagger UI leaves out. */
function nameParts() {
  const mend = (selector, attributes) => {
    for (const element of document.querySelectorAll(selector))
      for (const [name, value] of Object.entries(attributes(element)))
        if (element.getAttribute(name) !== value) element.setAttribute(name, value);
  };
  mend('.information-container', () => ({ role: 'region', 'aria-label': 'About' }));
  mend('.scheme-container', () => ({ role: 'region', 'aria-label': 'Key' }));
  mend('.filter-container', () => ({ role: 'search' }));
  mend('.operation-filter-input', () => ({ 'aria-label': 'Filter by tag or path' }));
  mend('tr[data-param-name] :is(input, select, textarea)', (it) => ({
    'aria-label': it.closest('tr').dataset.paramName,
  }));
  mend('tr[data-param-name] .json-schema-form-item-remove', (it) => ({
    'aria-label': `Remove from ${it.closest('tr').dataset.paramName}`,
  }));
  mend('tr[data-param-name] .json-schema-form-item-add', (it) => ({
    'aria-label': `${it.textContent} to ${it.closest('tr').dataset.paramName}`,
  }));
  mend('h3', () => ({ 'aria-level': '2' }));
  mend('h4', () => ({ 'aria-level': '3' }));
  mend('h5', () => ({ 'aria-level': '4' }));
  mend('.body-param__text', () => ({ 'aria-label': 'Request body' }));
  mend('pre.microlight, .curl-command pre', () => ({ tabindex: '0' }));
}

// On a phone the groups come first: all operations would take a second longer, and ten screens.
const isPhone = matchMedia('(max-width: 40rem)').matches;
const groups = document.querySelectorAll('.first details');
if (!isPhone) for (const group of groups) group.open = true;

const script = document.createElement('script');
script.src = document.currentScript.dataset.swaggerUi;
script.addEventListener('load', takeOver);
document.head.append(script);

/** Puts Swagger UI in the place of the list that was there at first. */
function takeOver() {
  const opened = [...groups].filter((it) => it.open);
  new MutationObserver(nameParts).observe(document.body, { childList: true, subtree: true });
  const ui = SwaggerUIBundle({
    dom_id: '#documentation',
    url: '/openapi.json',
    deepLinking: true,
    defaultModelsExpandDepth: 0,
    displayRequestDuration: true,
    docExpansion: isPhone ? 'none' : 'list',
    filter: true,
    onComplete() {
      if (!isPhone) return;
      for (const { dataset } of opened)
        ui.layoutActions.show(['operations-tag', dataset.tag], true);
    },
    plugins: [plugin],
    tryItOutEnabled: true,
    validatorUrl: null,
  });
}
