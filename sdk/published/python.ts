import { kinds } from '../../src/http/problem-kinds.ts';
import {
  declareMethod,
  declareParameters,
  type Operation,
  type Parameter,
  type Route,
} from './python-operations.ts';
import { nameOf, pythonDeclaration, type Schema } from './python-schemas.ts';

interface Document {
  components: { schemas: Record<string, Schema>; parameters: Record<string, Parameter> };
  paths: Record<string, Record<string, WithReferences>>;
}

interface WithReferences extends Omit<Operation, 'parameters'> {
  parameters?: readonly (Parameter | { $ref: string })[];
}

const head = `# Made from openapi/openapi.json by npm run openapi.

from __future__ import annotations
`;

/** The components, and the parameters of every operation that reads. */
export function makePythonTypes(document: Document): string {
  const problems: Schema = {
    enum: Object.keys(kinds),
    description: 'What problems are called; a later server may have others.',
  };
  const declarations = [
    pythonDeclaration('Slug', problems),
    ...Object.entries(document.components.schemas).map(([name, it]) => pythonDeclaration(name, it)),
    ...readingRoutes(document).map(declareParameters),
  ];
  return `${head}
from collections.abc import Sequence
from typing import Any, Literal, TypeAlias

from typing_extensions import NotRequired, Required, TypedDict

${declarations.filter((it) => it !== '').join('\n')}`;
}

/** A method for each operation that reads. */
export function makePythonOperations(document: Document): string {
  const routes = readingRoutes(document);
  return `${head}
from collections.abc import Iterator

from typing_extensions import Unpack

from .reader import Listing, Reader
from .types import *


class Operations(Reader):
${routes.map((route) => declareMethod(route, routes, document.components.schemas)).join('\n')}`;
}

/** All but those on bundles, whose ETags the client gives and takes. */
function readingRoutes({ paths, components }: Document): Route[] {
  return Object.entries(paths)
    .filter(([path]) => !path.endsWith('/bundle'))
    .flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => {
        const parameters = (operation.parameters ?? []).map((it) =>
          '$ref' in it ? (components.parameters[nameOf(it.$ref)] as Parameter) : it,
        );
        return { path, method, operation: { ...operation, parameters } };
      }),
    );
}
