/** The pages of the rail, in order. `key` follows a "g". */
export const pages = [
  { to: '/', title: 'Today', key: 't' },
  { to: '/bank', title: 'Question bank', key: 'b' },
  { to: '/labs', title: 'Labs', key: 'l' },
  { to: '/scenarios', title: 'Design rounds', key: 'd' },
  { to: '/triage', title: 'Triage', key: 'r' },
  { to: '/threat-models', title: 'Threat models', key: 'm' },
  { to: '/history', title: 'History', key: 'h' },
  { to: '/guide', title: 'Guide', key: 'g' },
  { to: '/own-questions', title: 'Own questions', key: 'o' },
  { to: '/settings', title: 'Settings', key: 's' },
] as const;
