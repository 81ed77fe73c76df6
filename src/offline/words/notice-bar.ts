/** A quiet word at the end of the page, which covers nothing and takes no focus. Null when it is said already. */
export function notice(name: string, words: string) {
  if (document.querySelector(`[data-site-word="${name}"]`)) return null;
  const section = Object.assign(document.createElement('section'), { className: 'site-word no-print' });
  section.dataset['siteWord'] = name;
  section.ariaLabel = words;
  const status = document.createElement('p');
  const more = Object.assign(document.createElement('p'), { className: 'small' });
  const buttons = Object.assign(document.createElement('p'), { className: 'buttons' });
  status.setAttribute('role', 'status');
  section.append(status, more, buttons);
  document.body.append(section);
  // a status is read when it changes, not when it comes
  requestAnimationFrame(() => (status.textContent = words));
  return {
    section,
    more,
    button: (text: string, className: string, press: () => void) => {
      const button = Object.assign(document.createElement('button'), { type: 'button', className });
      button.textContent = text;
      button.addEventListener('click', press);
      buttons.append(button);
    },
  };
}
