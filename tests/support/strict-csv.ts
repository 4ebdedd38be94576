/**
 * The records of a CSV by the grammar of RFC 4180, and nothing that it doesn't have: it forgives
 * nothing, where most readers do. Any character but comma, quote, CR and LF stands for itself.
 * @throws where the text is no such CSV, where a line doesn't end in CR LF (the RFC leaves that open for
 * the last one), and where a record has another number of fields than the first
 */
export function readStrictly(csv: string): string[][] {
  const records: string[][] = [];
  // A field is quoted or has none of the four characters; what ends it is a comma or CR LF.
  const field = /(?:"([^"]*(?:""[^"]*)*)"|([^",\r\n]*))(,|\r\n)/y;
  let record: string[] = [];
  while (field.lastIndex < csv.length) {
    const at = field.lastIndex;
    const match = field.exec(csv);
    if (match === null)
      throw new Error(`no field at ${at}: ${JSON.stringify(csv.slice(at, at + 60))}`);
    const [, quoted, plain = '', end] = match;
    record.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === ',') continue;
    const { length } = records[0] ?? record;
    if (record.length !== length)
      throw new Error(`record ${records.length} has ${record.length} fields, not ${length}`);
    records.push(record);
    record = [];
  }
  if (record.length > 0) throw new Error('the last record has no end');
  return records;
}
