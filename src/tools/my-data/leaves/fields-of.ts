import * as z from 'zod';

/** Every field that a form's schema takes, by its path: `contact.value`. Read from the schema itself. */
export function fieldsOf(schema: z.ZodType, path = ''): string[] {
  const inner = inside(schema);
  if (inner instanceof z.ZodObject) {
    const shape = inner.shape as Record<string, z.ZodType>;
    return Object.entries(shape).flatMap(([name, field]) => fieldsOf(field, path ? `${path}.${name}` : name));
  }
  if (inner instanceof z.ZodUnion) {
    const options = inner.options as z.ZodType[];
    // a choice between forms has the fields of each; a choice between values is one field
    if (options.every((option) => inside(option) instanceof z.ZodObject)) {
      return [...new Set(options.flatMap((option) => fieldsOf(option, path)))];
    }
  }
  if (path === '') throw new Error('This schema does not say which fields it takes');
  return [path];
}

/** What a schema takes, without what is done to it before and after. */
function inside(schema: z.ZodType): z.ZodType {
  if (schema instanceof z.ZodPipe) {
    const { in: before, out } = schema.def;
    return inside((before instanceof z.ZodTransform ? out : before) as z.ZodType);
  }
  if (
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodNullable ||
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodCatch
  ) {
    return inside(schema.def.innerType as z.ZodType);
  }
  return schema;
}
