/**
 * JSON in the one form that RFC 8785 (JCS) gives it: no white space, the keys of an object in the order of their UTF-16 code
 * units, numbers and strings as ECMAScript writes them. Two values that are equal have the same bytes, whoever writes them down.
 * Takes what `JSON.parse` gives; what is `undefined` in an object is left out, as JSON does. Throws a TypeError at anything else.
 */
export function canonicalJson(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return quoted(value);
    case 'boolean':
      return value ? 'true' : 'false';
    case 'number':
      if (Number.isFinite(value)) return String(value);
      break;
    case 'object':
      if (value === null) return 'null';
      return Array.isArray(value) ? canonicalArray(value) : canonicalObject(value);
  }
  throw new TypeError(`${String(value)} is nothing that JSON has`);
}

/** A string as JSON has it. Every word of every event comes by here, and most need no escape: then looking is cheaper than asking. */
export const quoted = (text: string): string => (PLAIN.test(text) ? `"${text}"` : JSON.stringify(text));

/** No control characters, no quotation marks, no backslashes, no surrogates. */
const PLAIN = /^[ !#-[\]-\ud7ff\ue000-\uffff]*$/;

function canonicalArray(values: readonly unknown[]): string {
  let json = '[';
  for (const value of values) {
    if (json !== '[') json += ',';
    json += canonicalJson(value);
  }
  return `${json}]`;
}

function canonicalObject(object: object): string {
  let json = '{';
  for (const key of sortedKeys(object)) {
    const member: unknown = Reflect.get(object, key);
    if (member === undefined) continue;
    if (json !== '{') json += ',';
    json += `${quoted(key)}:${canonicalJson(member)}`;
  }
  return `${json}}`;
}

/**
 * By code units, as RFC 8785 §3.2.3 asks: what strings are compared by where no comparison is given. By insertion, since objects of
 * events have few keys and this runs for each of them.
 */
function sortedKeys(object: object): string[] {
  const keys = Object.keys(object);
  for (let at = 1; at < keys.length; at++) {
    const key = keys[at] ?? '';
    let to = at;
    for (let before = keys[to - 1] ?? ''; to > 0 && before > key; before = keys[to - 1] ?? '') keys[to--] = before;
    keys[to] = key;
  }
  return keys;
}
