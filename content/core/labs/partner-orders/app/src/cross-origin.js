const methods = 'GET, POST, PATCH, DELETE';

/** Lets the widget on the pages of the shops call this service as the person who is signed in. */
export function crossOrigin(req, res, next) {
  const origin = req.get('Origin');
  res.vary('Origin');
  if (origin) {
    res.set('Access-Control-Allow-Origin', origin);
    res.set('Access-Control-Allow-Credentials', 'true');
  }
  if (req.method !== 'OPTIONS') return next();
  res.set('Access-Control-Allow-Methods', methods);
  res.set('Access-Control-Allow-Headers', 'Content-Type');
  res.set('Access-Control-Max-Age', '600');
  res.status(204).end();
}
