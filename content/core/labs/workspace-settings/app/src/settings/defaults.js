export const defaults = Object.freeze({
  theme: 'light',
  pageSize: 25,
  notify: { mail: true, push: false, quiet: { from: '20:00', to: '07:00' } },
  columns: ['title', 'owner', 'changed'],
  extensions: {},
});
