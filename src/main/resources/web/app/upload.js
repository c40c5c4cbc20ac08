// data-upload on a form: a file goes with its progress shown, and the page of the answer follows. Without it the form sends itself.
document.addEventListener('submit', (event) => {
  const form = event.target.closest('[data-upload]');
  if (!form || event.defaultPrevented) {
    return;
  }
  event.preventDefault();
  const shown = form.querySelector('[data-upload-progress]');
  const bar = shown.querySelector('progress');
  const output = shown.querySelector('output');
  const request = new XMLHttpRequest();
  request.open('POST', form.action);
  request.upload.addEventListener('progress', (sent) => {
    bar.value = sent.loaded / sent.total;
    output.textContent = `${Math.round((100 * sent.loaded) / sent.total)} %`;
  });
  request.upload.addEventListener('load', () => bar.removeAttribute('value'));
  request.addEventListener('load', () => {
    if (request.status < 400 && request.responseURL !== form.action) {
      location.assign(request.responseURL);
    } else {
      const page = new DOMParser().parseFromString(request.responseText, 'text/html');
      document.querySelector('main').replaceWith(page.querySelector('main'));
    }
  });
  request.addEventListener('error', () => form.submit());
  shown.hidden = false;
  form.querySelector('button').disabled = true;
  request.send(new FormData(form));
});
