import fc from 'fast-check';
import type * as z from 'zod';
import { trapValue } from './traps.ts';

/**
 * Input that a zod schema takes, or nearly: read from the schema itself, so that a new field is tried without a
 * word here. What a rule in code decides (an email, a slug that exists) a schema cannot say: `known` gives, by the
 * name of a field, values that are true.
 */

export type Known = Record<string, readonly unknown[]>;
type Schema = z.core.$ZodType;

const orOf = fc.oneof;

export function valueOf(schema: Schema, known: Known = {}, name = ''): fc.Arbitrary<unknown> {
  const told = known[name];
  const made = fromDef(schema as z.core.$ZodTypes, known, name);
  if (!told || told.length === 0) return made;
  return orOf({ weight: 12, arbitrary: fc.constantFrom(...told) }, { weight: 1, arbitrary: made });
}

function fromDef(schema: z.core.$ZodTypes, known: Known, name: string): fc.Arbitrary<unknown> {
  const def = schema._zod.def;
  const inner = (one: Schema) => valueOf(one, known, name);
  switch (def.type) {
    case 'string':
      return textOf(schema._zod.bag as TextRules);
    case 'number': {
      const { minimum, maximum } = schema._zod.bag as { minimum?: number; maximum?: number };
      return orOf(
        { weight: 9, arbitrary: fc.integer({ min: minimum ?? 0, max: Math.min(maximum ?? 9, 2 ** 31) }) },
        { weight: 1, arbitrary: fc.double() },
      );
    }
    case 'boolean':
      return fc.boolean();
    case 'enum':
      return fc.constantFrom(...Object.values(def.entries));
    case 'literal':
      return fc.constantFrom(...def.values);
    case 'object':
      return objectOf(def.shape, known);
    case 'array':
      return fc.array(inner(def.element), { maxLength: 4 });
    case 'tuple':
      return fc.tuple(...def.items.map(inner));
    case 'record':
      return fc.dictionary(valueOf(def.keyType, known, `${name}-key`).map(String), inner(def.valueType), {
        maxKeys: 6,
      });
    case 'union':
      return orOf(...def.options.map(inner));
    case 'intersection':
      return fc
        .tuple(inner(def.left), inner(def.right))
        .map(([left, right]) => ({ ...(left as object), ...(right as object) }));
    case 'optional':
    case 'nullable':
    case 'default':
    case 'prefault':
    case 'catch':
      return orOf(inner(def.innerType), fc.constant(undefined));
    case 'nonoptional':
    case 'readonly':
      return inner(def.innerType);
    case 'lazy':
      return inner(def.getter());
    case 'pipe':
      // what is done first is code: what comes after it says more
      return inner((def.in as z.core.$ZodTypes)._zod.def.type === 'transform' ? def.out : def.in);
    case 'null':
      return fc.constant(null);
    case 'undefined':
      return fc.constant(undefined);
    default:
      return trapValue;
  }
}

const objectOf = (shape: Record<string, Schema>, known: Known) =>
  fc
    .record(Object.fromEntries(Object.entries(shape).map(([name, one]) => [name, valueOf(one, known, name)])))
    .map((fields) => Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)));

interface TextRules {
  format?: string;
  patterns?: Set<RegExp>;
  minimum?: number;
  maximum?: number;
}

const byFormat: Record<string, fc.Arbitrary<string>> = {
  uuid: fc.uuid(),
  email: fc.emailAddress(),
  url: fc.webUrl(),
  date: fc.date({ noInvalidDate: true }).map((day) => day.toISOString().slice(0, 10)),
  datetime: fc.date({ noInvalidDate: true }).map((moment) => moment.toISOString()),
};

/** Words of the length a field takes, now and then one too long; of a pattern that it asks for, where that can be told. */
function textOf({ format = '', patterns, minimum = 0, maximum = 200 }: TextRules): fc.Arbitrary<string> {
  const known = byFormat[format];
  if (known) return known;
  const words = fc.string({
    unit: 'grapheme',
    minLength: Math.min(minimum, 200),
    maxLength: Math.min(maximum, 200),
  });
  const full = fc.constantFrom('x', 'é', '🌲').map((letter) => letter.repeat(Math.min(maximum, 6000)));
  const plain = fc
    .constantFrom('Ana', 'Come in by the side door', 'América 🌲')
    .map((text) => text.slice(0, maximum));
  const any = [
    { weight: 2, arbitrary: words },
    { weight: 3, arbitrary: plain },
    { weight: 1, arbitrary: full },
  ];
  for (const pattern of patterns ?? []) {
    try {
      any.unshift({ weight: 20, arbitrary: fc.stringMatching(pattern, { size: 'small' }) });
    } catch {
      // a pattern that looks ahead cannot be turned round
    }
  }
  return orOf(...any);
}
