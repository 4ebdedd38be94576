interface Component {
  description?: string;
  properties?: Record<string, { description?: string }>;
}

/**
 * What a field of `QuoteEntry` means is said at the field of `Quote`, where both have it in the same words:
 * saying it twice costs a twentieth of the document.
 */
export function omitRepeatedDescriptions(schemas: Record<string, Component>): void {
  for (const [name, entry] of Object.entries(schemas)) {
    const served = schemas[name.replace(/Entry$/, '')];
    if (!name.endsWith('Entry') || served === undefined) continue;
    for (const [field, schema] of Object.entries(entry.properties ?? {}))
      if (schema.description === served.properties?.[field]?.description) delete schema.description;
  }
}
