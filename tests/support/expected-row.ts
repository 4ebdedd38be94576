/** What a cell stands for; of several values, each. */
export type Meant = string | number | boolean | null | readonly Meant[];

type Fields = Record<string, unknown>;
type Texts = Record<string, string>;

/** What a row says of an item of a list, by what `docs/exports.md` says of its columns; what is missing is empty. */
export function expectedRow(item: Fields): Record<string, Meant> {
  return Object.assign({}, ...Object.entries(item).map(([field, value]) => meant(field, value)));
}

function meant(field: string, value: unknown): Record<string, Meant> {
  if (Array.isArray(value)) return meantBySeveral(field, value);
  if (typeof value !== 'object' || value === null) return { [field]: value as Meant };
  const fields = value as Fields;
  if (field === 'source' && 'byline' in fields) return fields as Record<string, Meant>;
  if (field === 'counts' || 'sha256' in fields) return fields as Record<string, Meant>;
  if (field === 'translation')
    return prefixed(field, { '': fields.text, Language: fields.language, Origin: fields.origin });
  if ('label' in fields)
    return { ...localized(field, fields.label), [`${field}Code`]: fields.code as Meant };
  if ('edtf' in fields) {
    const { edtf, earliest, latest, basis, expression, note } = fields;
    return prefixed(field, {
      '': edtf,
      Earliest: earliest,
      Latest: latest,
      Basis: basis,
      Expression: expression,
      Note: note,
    });
  }
  if ('id' in fields && 'kind' in fields)
    return prefixed(field, { Id: fields.id, Name: shown((fields.name ?? {}) as Texts) });
  return localized(field, value);
}

function meantBySeveral(field: string, values: readonly unknown[]): Record<string, Meant> {
  const singular = field.replace(/s$/, '');
  if (field === 'mentions') return ofMentions(values as Mention[]);
  if (field === 'participants') {
    const participants = values as { actor: Fields; role: string }[];
    const actors = participants.map(({ actor }) => actor);
    return {
      ...references('participant', actors),
      participantRoles: participants.map((it) => it.role),
    };
  }
  if (field === 'roles')
    return {
      roles: (values as Texts[]).map(shown),
      rolesOther: (values as Texts[]).map(others),
    };
  if (values.every((it) => typeof it === 'string')) return { [field]: values };
  return references(singular, values as Fields[]);
}

interface Mention {
  start: number;
  end: number;
  exact: string;
  role: string;
}

function ofMentions(mentions: readonly Mention[]): Record<string, Meant> {
  const by = (role: string) => mentions.filter((it) => it.role === role);
  const words = (role: string) => by(role).map(({ exact }) => exact);
  return {
    mentions: by('content').map(({ start, end }) => `${start}..${end}`),
    phrases: words('content'),
    cues: words('cue'),
    sources: words('source'),
  };
}

function references(singular: string, those: readonly Fields[]): Record<string, Meant> {
  return prefixed(singular, {
    Ids: those.map(({ id }) => id),
    Names: those.map(({ name }) => shown(name as Texts)),
  });
}

function localized(field: string, value: unknown): Record<string, Meant> {
  const texts = value as Texts;
  return prefixed(field, { '': shown(texts), Language: language(texts), Other: others(texts) });
}

function shown(texts: Texts): string {
  return texts[language(texts)] ?? '';
}

function language(texts: Texts): string {
  return 'en' in texts ? 'en' : (Object.keys(texts)[0] ?? '');
}

function others(texts: Texts): string[] {
  const { [language(texts)]: _, ...rest } = texts;
  return Object.entries(rest).map(([tag, text]) => `${tag}: ${text}`);
}

function prefixed(prefix: string, fields: Fields): Record<string, Meant> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [`${prefix}${name}`, value as Meant]),
  );
}
