const root = document.documentElement;
const dark = matchMedia('(prefers-color-scheme: dark)');
const followSystem = () => root.classList.toggle('dark-mode', dark.matches);
dark.addEventListener('change', followSystem);
followSystem();

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

const plugin = ({ React }) => ({
  fn: {
    // In place of a resolver for any document, which takes seconds on a phone, for each operation.
    async resolveSubtree(whole, path) {
      return { spec: withoutReferences(whole, valueAt(whole, path)), errors: [] };
    },
  },
  components: {
    // It would be a link within a button; opening the operation changes the address as well.
    DeepLink: ({ text }) => React.createElement('span', null, text),
  },
  statePlugins: {
    spec: {
      wrapActions: {
        // The document doesn't know where the server runs; whoever has this page does.
        updateJsonSpec: (update) => (whole) =>
          update({ ...whole, servers: [{ url: location.origin }] }),
      },
    },
  },
});

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
