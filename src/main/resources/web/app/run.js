// data-upload on a form: its file is sent with a bar that shows how far it is. Without this the form sends itself.
document.addEventListener('submit', (event) => {
  const form = event.target.closest('[data-upload]');
  if (!form || event.defaultPrevented) {
    return;
  }
  event.preventDefault();
  const shown = form.querySelector('.upload-progress');
  const bar = shown.querySelector('progress');
  const request = new XMLHttpRequest();
  shown.hidden = false;
  form.querySelector('button').disabled = true;
  request.upload.addEventListener('progress', (sent) => {
    bar.value = sent.lengthComputable ? (100 * sent.loaded) / sent.total : 0;
  });
  request.upload.addEventListener('load', () => bar.removeAttribute('value'));
  request.addEventListener('load', () => location.assign(request.responseURL));
  request.addEventListener('error', () => form.submit());
  request.open('POST', form.action);
  request.send(new FormData(form));
});
