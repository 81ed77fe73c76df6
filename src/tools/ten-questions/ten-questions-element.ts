import { KeptTool } from '../frame/kept-tool.ts';
import { answersOf, questionsDrawer, wordsIn, type ProgramAnswers, type Written } from './ten-questions.ts';
import { programWithout, type NoteId } from './words.ts';

type Field = HTMLTextAreaElement | HTMLInputElement;

/** `<ten-questions>`: keeps the sheet as it is written, and heads each note with the name of its program. */
class TenQuestions extends KeptTool<ProgramAnswers> {
  protected override readonly drawer = questionsDrawer;

  protected override begin(): void {
    this.on('[data-field]', 'input', () => {
      this.#draw();
      void this.keep(answersOf(this.#fields().map((field) => ({ ...placeOf(field), words: field.value }))));
    });
  }

  protected override show(answers: ProgramAnswers | undefined): void {
    for (const field of this.#fields()) field.value = wordsIn(answers, placeOf(field));
    this.#draw();
  }

  #fields(): Field[] {
    return [...this.querySelectorAll<Field>('[data-field]')];
  }

  /** The names over the notes, and room for as much as is written, on the screen and on paper. */
  #draw() {
    const answers = answersOf(this.#fields().map((field) => ({ ...placeOf(field), words: field.value })));
    for (const label of this.querySelectorAll<HTMLElement>('[data-program]')) {
      const place = Number(label.dataset['program']);
      label.textContent = wordsIn(answers, { place, field: 'name' }).trim() || programWithout(place);
    }
    for (const field of this.#fields()) {
      const room = field.closest<HTMLElement>('[data-words]');
      if (room) room.dataset['words'] = field.value;
    }
  }
}

const placeOf = ({ dataset }: Field): Omit<Written, 'words'> => ({
  place: Number(dataset['place']),
  field: dataset['field'] as NoteId | 'name',
});

customElements.define('ten-questions', TenQuestions);
