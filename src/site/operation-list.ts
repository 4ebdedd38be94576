import { type Html, html } from './html.ts';

/** What is read of the OpenAPI document. */
interface Document {
  info: { title: string; version: string; summary: string };
  tags: { name: string; description: string }[];
  paths: Record<string, Record<string, { operationId: string; summary: string; tags: string[] }>>;
}

/** Every operation by its tag, to be read until Swagger UI is there; a link that is followed is opened by it. */
export function operationList({ info, tags, paths }: Document): Html {
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, ...operation })),
  );
  return html`<main class="first">
<h1>${info.title} <small>${info.version}</small></h1>
<p>${info.summary}</p>
<p role="status">In a moment, every operation can be tried out here.</p>
${tags.map(
  ({ name, description }) => html`<details data-tag="${name}">
<summary><h2>${name}</h2> ${description}</summary>
<ul>${operations
    .filter((it) => it.tags.includes(name))
    .map(
      ({ path, method, operationId, summary }) =>
        html`<li><a href="#/${name}/${operationId}"><b>${method.toUpperCase()}</b> <code>${path}</code> ${summary}</a></li>\n`,
    )}</ul>
</details>\n`,
)}</main>`;
}
