export { sessionQuery, useCan, useMaybeMe, useMe } from './queries.ts';
export { keepLinkToken } from './link-token.ts';
export { isRenewalAsked, subscribeToRenewal, watchSession } from './renewal.ts';
export { homeOf, safePath } from './return-path.ts';
