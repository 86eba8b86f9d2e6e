// Who is signed in to the dashboard in this tab can try calls at once.
const session = JSON.parse(sessionStorage.getItem('reception.session') ?? 'null');

const ui = window.SwaggerUIBundle({
  url: '/openapi.json',
  dom_id: '#docs',
  deepLinking: true,
  tryItOutEnabled: true,
  displayRequestDuration: true,
  defaultModelsExpandDepth: 0,
  docExpansion: 'list',
  // No outside validator may see the document.
  validatorUrl: null,
  onComplete: () => session && ui.preauthorizeApiKey('bearer', session.accessToken),
});
