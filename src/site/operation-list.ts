import { type Html, html } from './html.ts';

/** What is read of the OpenAPI document. */
interface Document {
  info: { title: string; version: string; summary: string };
  tags: { name: string; description: string }[];
  paths: Record<string, Record<string, Operation>>;
  components: { parameters: Record<string, Parameter> };
}

interface Operation {
  operationId: string;
  summary: string;
  tags: string[];
  parameters?: (Parameter | { $ref: string })[];
}

interface Parameter {
  name: string;
  in: string;
  /** As Swagger UI fills it in. */
  example?: unknown;
}

/**
 * Every operation by its tag, to be read until Swagger UI is there; a link that is followed is opened by it. What
 * reads has its example beside it: it can be asked for at once, and without JavaScript.
 */
export function operationList({ info, tags, paths, components }: Document): Html {
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );
  return html`<main class="first">
<h1>${info.title} <small>${info.version}</small></h1>
<p>${info.summary}</p>
<p role="status">In a moment, every operation can be tried out here.</p>
${tags.map(
  ({ name, description }) => html`<details data-tag="${name}">
<summary><h2>${name}</h2> ${description}</summary>
<ul>${operations
    .filter(({ operation }) => operation.tags.includes(name))
    .map(
      ({ path, method, operation }) =>
        html`<li><a href="#/${name}/${operation.operationId}"><b>${method.toUpperCase()}</b> <code>${path}</code> ${operation.summary}</a>${method === 'get' && exampleLink(path, operation, components)}</li>\n`,
    )}</ul>
</details>\n`,
)}</main>`;
}

function exampleLink(
  path: string,
  { summary, parameters = [] }: Operation,
  components: Document['components'],
): Html {
  const query = new URLSearchParams();
  let filled = path;
  for (const it of parameters) {
    const { name, in: place, example } = '$ref' in it ? referredTo(it.$ref, components) : it;
    if (example === undefined) continue;
    if (place === 'query') for (const value of [example].flat()) query.append(name, String(value));
    if (place === 'path') filled = filled.replace(`{${name}}`, encodeURIComponent(String(example)));
  }
  const href = query.size === 0 ? filled : `${filled}?${query}`;
  return html` <a href="${href}" aria-label="Example: ${summary}">Example</a>`;
}

function referredTo(reference: string, { parameters }: Document['components']): Parameter {
  const name = reference.slice('#/components/parameters/'.length);
  return parameters[name] as Parameter;
}
