const { env } = process;

export const config = {
  port: Number(env.PORT ?? 3000),
  host: env.HOST ?? '127.0.0.1',
  /** Shops live at https://<shop>.<shopDomain>. */
  shopDomain: env.SHOP_DOMAIN ?? 'nordwind-shops.example',
  /** Where our own pages are served. */
  ownOrigin: env.OWN_ORIGIN ?? 'https://orders.nordwind.example',
  sessionMinutes: Number(env.SESSION_MINUTES ?? 120),
};
