import figures from 'messages:public/figures';
import site from 'messages:public/site';
import administration from 'messages:signedIn/administration';
import signedIn from 'messages:signedIn/everyPage';
import figureEditing from 'messages:signedIn/figures';
import { lazyMessages } from './lazy-messages.tsx';

/** For pages about the service itself. */
export const siteMessages = lazyMessages(site);
/** For pages with charts. */
export const figureMessages = lazyMessages(figures);
/** For pages that need an account, and for the sign-in pages. */
export const signedInMessages = lazyMessages(signedIn);
/** For administration pages. */
export const administrationMessages = lazyMessages(signedIn, administration);
/** For pages that edit figures and findings. */
export const figureEditingMessages = lazyMessages(signedIn, figures, figureEditing);
