import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { invitationOf } from '../support/invitations.ts';
import { tokenOf } from '../support/personal-links.ts';
import { openRsvpDesk, type RsvpDesk } from '../support/rsvp-desk.ts';

/** An RSVP in Spanish, from what is wrong with it to the mails. */

let desk: RsvpDesk;
beforeAll(async () => {
  desk = await openRsvpDesk();
});
afterAll(() => desk.close());

const inSpanish = (slug: string, fields: Record<string, unknown>) =>
  desk.rsvp(slug, { language: 'es', ...fields });
const mailTo = (address: string) => desk.stack.mail.messages.find(({ to }) => to.includes(address));

describe('A reply in Spanish', () => {
  test('hears in Spanish what is wrong with it', async () => {
    const slug = await desk.event({ asksConduct: true });
    const blank = await inSpanish(slug, { name: '', partySize: 0 });
    expect(blank.response.status).toBe(422);
    expect(blank.body.title).toBe('Hay un problema');
    expect(blank.body.errors).toMatchObject({
      email: ['Escriba un correo electrónico o un teléfono'],
      partySize: ['Escriba 1 o más: usted también viene'],
    });
    expect(Object.values(blank.body.errors ?? {}).join()).not.toMatch(/\b(enter|the|your|you)\b/i);

    const disagrees = await inSpanish(slug, { email: 'acuerdo@example.org' });
    expect(disagrees.body.errors).toEqual({
      agreeToConduct: ['Marque la casilla para aceptar el código de conducta'],
    });
    const nowhere = await inSpanish('no-such-evening', { email: 'acuerdo@example.org' });
    expect(nowhere.body.title).toBe('No tenemos ningún evento con ese nombre');
  });

  test('is told of the question of the event that it left out', async () => {
    const questions = [{ id: 'ride', label: 'A ride?', kind: 'text', required: true }];
    const { body } = await inSpanish(await desk.event({ questions }), { email: 'viaje@example.org' });
    expect(body.errors).toEqual({ 'answers.ride': ['Responda «A ride?»'] });
  });

  test('leads to a Spanish page, and its mail and its calendar entry are in Spanish', async () => {
    const email = 'ana@example.org';
    const { response, body } = await inSpanish(await desk.event(), { email });
    expect(response.status).toBe(201);
    expect(body.manageUrl).toMatch(/^http:\/\/localhost:\d+\/es\/r\/a[\w-]{464}$/);
    await desk.settled();
    const mail = mailTo(email);
    expect(mail?.subject).toBe('Su lugar está confirmado');
    expect(mail?.text).toMatch(/http:\/\/localhost:\d+\/es\/r\/r[\w-]{43}\n/);
    expect(mail?.text).not.toMatch(/localhost:\d+\/(?!es\/)/);
    const ours = mail?.text.replace('An evening by the fire', '').replace('The barn', '');
    expect(ours).not.toMatch(/\b(the|you|your|and|page|open|with|seat|where|when)\b/i);
    expect(mail?.html).toContain('lang="es"');
    expect(invitationOf(mail).title).toBe('Juniper Hollow: convivencia');
    expect(mail?.calendar?.content.replace(/\r?\n /g, '')).toContain(
      'DESCRIPTION:Para cambiar o cancelar\\, use el enlace de nuestro correo.',
    );
  });

  test('is cancelled in Spanish too', async () => {
    const email = 'sofia@example.org';
    await inSpanish(await desk.event(), { email });
    await desk.settled();
    const token = desk.mailedToken(email);
    const gone = await desk.change({ token, action: 'cancel', language: 'es' });
    expect(gone.body).toEqual({ status: 'cancelled' });
    await desk.settled();
    expect(desk.subjectsTo(email)).toEqual(['Su lugar está confirmado', 'Su lugar está cancelado']);
    const again = await desk.change({ token, action: 'cancel', language: 'es' });
    expect(again.body.title).toBe('Este enlace no abre nada');
  });

  test('and one in English to the same evening is as it was', async () => {
    const slug = await desk.event();
    await inSpanish(slug, { email: 'luz@example.org' });
    const english = await desk.rsvp(slug, { email: 'lee@example.org' });
    expect(new URL(english.body.manageUrl).pathname).toBe(`/r/${tokenOf(english.body)}`);
    await desk.settled();
    expect(mailTo('lee@example.org')?.subject).toBe('Your place is confirmed');
  });
});
