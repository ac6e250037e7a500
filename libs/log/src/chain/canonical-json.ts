/**
 * JSON in the one form that RFC 8785 (JCS) gives it: no white space, the keys of an object in the order of their UTF-16 code
 * units, numbers and strings as ECMAScript writes them. Two values that are equal have the same bytes, whoever writes them down.
 * Takes what `JSON.parse` gives; what is `undefined` in an object is left out, as JSON does. Throws a TypeError at anything else.
 */
export function canonicalJson(value: unknown): string {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return JSON.stringify(value);
    case 'number':
      if (Number.isFinite(value)) return JSON.stringify(value);
      break;
    case 'object':
      if (value === null) return 'null';
      return Array.isArray(value) ? `[${value.map(canonicalJson).join(',')}]` : canonicalObject(value);
  }
  throw new TypeError(`${String(value)} is nothing that JSON has`);
}

function canonicalObject(object: object): string {
  // Without a comparison given, strings are sorted by their code units: what RFC 8785 §3.2.3 asks for.
  const keys = Object.keys(object).sort();
  let json = '';
  for (const key of keys) {
    const member: unknown = Reflect.get(object, key);
    if (member === undefined) continue;
    json += json === '' ? '{' : ',';
    json += `${JSON.stringify(key)}:${canonicalJson(member)}`;
  }
  return json === '' ? '{}' : `${json}}`;
}
