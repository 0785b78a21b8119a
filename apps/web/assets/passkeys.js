// Passkeys are the one thing that browsers do by script only. What the authenticator answers is put into the form, which is
// then posted like any other.

const isKnown = globalThis.PublicKeyCredential?.parseRequestOptionsFromJSON !== undefined;

/** What the server says that is to be done. */
class Told extends Error {}

async function optionsOf({ options, challenge }) {
  if (options) return JSON.parse(options);
  const answer = await fetch(challenge, { method: 'POST', headers: { accept: 'application/json' } });
  if (!answer.ok) throw new Told((await answer.json()).message);
  return answer.json();
}

async function ask({ passkey, ...data }) {
  const options = await optionsOf(data);
  return passkey === 'create'
    ? navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
    : navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
}

async function answer(form) {
  const [button] = form.querySelectorAll('button');
  const failed = form.querySelector('[data-failed]');
  button.disabled = true;
  failed.hidden = true;
  try {
    const credential = await ask({ ...form.dataset });
    form.elements.answer.value = JSON.stringify(credential.toJSON());
    form.submit(); // which leads to no submit event
  } catch (error) {
    // Refused, not there, or it took too long: browsers do not tell which.
    failed.textContent = error instanceof Told ? error.message : failed.dataset.failed;
    failed.hidden = false;
  }
  button.disabled = false;
}

for (const form of isKnown ? document.querySelectorAll('form[data-passkey]') : []) {
  form.hidden = false;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void answer(form);
  });
}

for (const hint of isKnown ? document.querySelectorAll('[data-without-passkeys]') : []) hint.hidden = true;
