/**
 * Signing out leaves nothing of the staff area on the device. Where something there was not sent yet, the
 * first press says so and only the second one deletes it.
 */

const prefix = 'staff:';

function kept(): string[] {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(prefix));
  } catch {
    return [];
  }
}

addEventListener('submit', (submit) => {
  const form = submit.target;
  // by its attribute: a form's buttons may be called "action"
  if (!(form instanceof HTMLFormElement) || form.getAttribute('action') !== '/staff/sign-out/') return;
  const keys = kept();
  if (keys.length > 0 && !form.dataset['warned']) {
    submit.preventDefault();
    form.dataset['warned'] = 'yes';
    const warning = document.createElement('strong');
    warning.setAttribute('role', 'alert');
    warning.textContent =
      'Something on this device is not sent yet. Press once more to sign out and delete it.';
    form.append(warning);
    return;
  }
  for (const key of keys) localStorage.removeItem(key);
});
