/** What the tests read of the OpenAPI document. */
export interface OpenApi {
  openapi: string;
  tags: { name: string; description: string }[];
  paths: Record<string, Partial<Record<string, Operation>>>;
  components: { schemas: Record<string, object> };
}

export interface Operation {
  operationId: string;
  summary: string;
  description: string;
  tags: string[];
  parameters: Parameter[];
  requestBody?: { required: boolean; content: Record<string, { schema: { $ref: string } }> };
  responses: Record<
    string,
    { description: string; headers?: object; content: Record<string, { schema: { $ref: string } }> }
  >;
}

export interface Parameter {
  name: string;
  in: 'query' | 'path';
  required?: boolean;
  description: string;
  example?: unknown;
  schema: { type?: string };
}
