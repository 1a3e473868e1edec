import figures from 'messages:public/figures';
import site from 'messages:public/site';
import administration from 'messages:signedIn/administration';
import signedIn from 'messages:signedIn/everyPage';
import figureEditing from 'messages:signedIn/figures';
import { lazyMessages } from './lazy-messages.tsx';

/** Of pages about the service itself. */
export const siteMessages = lazyMessages(site);
/** Of pages with charts. */
export const figureMessages = lazyMessages(figures);
/** Of pages of those who have an account, and of the way in. */
export const signedInMessages = lazyMessages(signedIn);
/** Of pages on which a municipality is administered. */
export const administrationMessages = lazyMessages(signedIn, administration);
/** Of pages on which figures and findings are written. */
export const figureEditingMessages = lazyMessages(signedIn, figures, figureEditing);
