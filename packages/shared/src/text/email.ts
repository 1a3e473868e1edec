const atom = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
const label = '[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?';

/**
 * A plain address: nothing that a mail header or a list of recipients would read as more than one, or as something
 * else (RFC 5322, dot-atom). Shared with forms, which check before they ask.
 */
export const emailPattern = new RegExp(`^${atom}(?:\\.${atom})*@${label}(?:\\.${label})*$`);
