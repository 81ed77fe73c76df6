import { Parser } from 'htmlparser2';

/** A form of a page as a browser would send it, with everything that can be pressed. */
export interface PageForm {
  action: string;
  multipart: boolean;
  fields: Record<string, string | string[]>;
  /** Names of file inputs. */
  files: string[];
  buttons: { name: string; value: string; action: string | null }[];
}

/** The forms of a page that post, read from its HTML. */
export function postedForms(html: string): PageForm[] {
  const forms: PageForm[] = [];
  let form: PageForm | null = null;
  let area: string | null = null;
  let select: { name: string; chosen: boolean } | null = null;
  const add = (name: string | undefined, value: string) => {
    if (!form || !name) return;
    const present = form.fields[name];
    form.fields[name] = present === undefined ? value : [present, value].flat();
  };
  const parser = new Parser({
    onopentag(tag, given) {
      if (tag === 'form' && given['method']?.toLowerCase() === 'post')
        form = {
          action: given['action'] ?? '',
          multipart: !!given['enctype']?.startsWith('multipart'),
          fields: {},
          files: [],
          buttons: [],
        };
      if (!form) return;
      const { name, value = '', type = 'text' } = given;
      if (tag === 'button' || type === 'submit')
        form.buttons.push({ name: name ?? '', value, action: given['formaction'] ?? null });
      else if (tag === 'input' && type === 'file' && name) form.files.push(name);
      else if (
        tag === 'input' &&
        ((type !== 'radio' && type !== 'checkbox') || 'checked' in given || !(name && name in form.fields))
      )
        add(name, value);
      else if (tag === 'textarea') {
        area = name ?? null;
        if (area) form.fields[area] = '';
      } else if (tag === 'select') select = { name: name ?? '', chosen: false };
      else if (tag === 'option' && select && (!select.chosen || 'selected' in given)) {
        select.chosen = true;
        form.fields[select.name] = value;
      }
    },
    ontext(text) {
      if (form && area) form.fields[area] = `${String(form.fields[area] ?? '')}${text}`;
    },
    onclosetag(tag) {
      if (tag === 'textarea') area = null;
      if (tag === 'select') select = null;
      if (tag === 'form' && form) {
        forms.push(form);
        form = null;
      }
    },
  });
  parser.write(html);
  parser.end();
  return forms;
}
