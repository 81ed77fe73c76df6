import { SendingForm } from '#components/forms/sending-form.ts';

/** Sends an RSVP for the event named in `data-event`. */
class RsvpForm extends SendingForm {
  protected readonly endpoint = '/api/rsvps';

  protected request(form: HTMLFormElement): Record<string, unknown> {
    const { partySize, agreeToConduct, ...text } = Object.fromEntries(
      [...new FormData(form)].filter(([, value]) => typeof value === 'string' && value.trim() !== ''),
    );
    return {
      ...text,
      event: this.dataset['event'],
      idempotencyKey: this.key,
      ...(partySize !== undefined && { partySize: Number(partySize) }),
      ...(agreeToConduct === 'yes' && { agreeToConduct: true }),
    };
  }
}

customElements.define('rsvp-form', RsvpForm);
