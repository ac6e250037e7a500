/**
 * The shape of an event as JSON Schema, by which a change that nobody meant to make is noticed: what was once written in a
 * version of a shape is kept in test/golden/events.
 */

import { z } from 'zod';
import { Event, type EventType } from './events.ts';

export type JsonSchema = z.core.JSONSchema.JSONSchema;

/** The shape that events of this type are written in today; without what is said about it or goes without saying. */
export function shapeOf(type: EventType): JsonSchema {
  const schema = Event.options.find((option) => option.shape.type.value === type);
  if (!schema) throw new Error(`There is no event ${type}`);
  return z.toJSONSchema(schema, { override: ({ jsonSchema }) => strip(jsonSchema) });
}

/** The same with what its fields are for. */
export function describedShapeOf(type: EventType): JsonSchema {
  const schema = Event.options.find((option) => option.shape.type.value === type);
  if (!schema) throw new Error(`There is no event ${type}`);
  return z.toJSONSchema(schema);
}

function strip(schema: JsonSchema): void {
  delete schema.description;
  delete schema.$schema;
  if (schema.maximum === Number.MAX_SAFE_INTEGER) delete schema.maximum;
  // A format has one pattern; how it is written may change with the library.
  if (schema.format !== undefined) delete schema.pattern;
}
