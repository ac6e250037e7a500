/**
 * Arrays in the form in which Postgres sends and receives them itself (`array_recv`, and the `…_recv` of each type). As text,
 * every element would be escaped here and picked apart there; for JSON, which is full of quotes, that costs more than parsing it.
 * `pg` passes a Buffer on as a parameter in binary form.
 */

/** Object ids of the types of Postgres, from its catalogue `pg_type.dat`. */
const OID = { bytea: 17, int8: 20, int2: 21, int4: 23, text: 25, timestamptz: 1184, uuid: 2950, jsonb: 3802 } as const;

const HEADER_BYTES = 20;
/** Of the only version of jsonb's binary form there is. */
const JSONB_VERSION = 1;
/** Postgres counts microseconds from 2000-01-01. */
const POSTGRES_EPOCH_MS = Date.UTC(2000, 0, 1);
const NULL = -1;

export const int2s = (values: readonly number[]): Buffer =>
  fixed(OID.int2, 2, values, (buffer, value, at) => buffer.writeInt16BE(value, at));

export const int4s = (values: readonly number[]): Buffer =>
  fixed(OID.int4, 4, values, (buffer, value, at) => buffer.writeInt32BE(value, at));

/** Whole numbers up to 2^53. */
export const int8s = (values: readonly number[]): Buffer =>
  fixed(OID.int8, 8, values, (buffer, value, at) => buffer.writeBigInt64BE(BigInt(value), at));

/** Times as ISO 8601. */
export const timestamps = (values: readonly string[]): Buffer =>
  fixed(OID.timestamptz, 8, values, (buffer, value, at) =>
    buffer.writeBigInt64BE(BigInt(Date.parse(value) - POSTGRES_EPOCH_MS) * 1_000n, at),
  );

export const uuids = (values: readonly string[]): Buffer =>
  fixed(OID.uuid, 16, values, (buffer, value, at) => {
    buffer.write(value.replaceAll('-', ''), at, 16, 'hex');
  });

export const texts = (values: readonly string[]): Buffer =>
  variable(OID.text, values, Buffer.byteLength, (buffer, value, at) => buffer.write(value, at));

/** Bytes as hexadecimal digits. */
export const byteas = (values: readonly (string | null)[]): Buffer =>
  variable(
    OID.bytea,
    values,
    (value) => value.length / 2,
    (buffer, value, at) => buffer.write(value, at, 'hex'),
  );

/** Values as JSON. */
export const jsonbs = (values: readonly (string | null)[]): Buffer =>
  variable(
    OID.jsonb,
    values,
    (value) => 1 + Buffer.byteLength(value),
    (buffer, value, at) => {
      buffer[at] = JSONB_VERSION;
      buffer.write(value, at + 1);
    },
  );

/** Elements of one length, none of them null. */
function fixed<T>(
  oid: number,
  bytes: number,
  values: readonly T[],
  write: (buffer: Buffer, value: T, at: number) => void,
): Buffer {
  const buffer = begun(oid, values.length, values.length * (4 + bytes));
  let at = HEADER_BYTES;
  for (const value of values) {
    at = buffer.writeInt32BE(bytes, at);
    write(buffer, value, at);
    at += bytes;
  }
  return buffer;
}

function variable(
  oid: number,
  values: readonly (string | null)[],
  length: (value: string) => number,
  write: (buffer: Buffer, value: string, at: number) => void,
): Buffer {
  const lengths = values.map((value) => (value === null ? NULL : length(value)));
  const buffer = begun(
    oid,
    values.length,
    lengths.reduce((sum, bytes) => sum + 4 + Math.max(0, bytes), 0),
  );
  let at = HEADER_BYTES;
  for (const [index, value] of values.entries()) {
    const bytes = lengths[index] ?? NULL;
    at = buffer.writeInt32BE(bytes, at);
    if (value === null) continue;
    write(buffer, value, at);
    at += bytes;
  }
  return buffer;
}

/** One dimension that begins at 1. */
function begun(oid: number, count: number, bytes: number): Buffer {
  const buffer = Buffer.allocUnsafe(HEADER_BYTES + bytes);
  buffer.writeInt32BE(1, 0);
  // There may be nulls: Postgres only looks whether the flag is 0 or 1.
  buffer.writeInt32BE(1, 4);
  buffer.writeInt32BE(oid, 8);
  buffer.writeInt32BE(count, 12);
  buffer.writeInt32BE(1, 16);
  return buffer;
}
