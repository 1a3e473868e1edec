import details from 'messages:public/details';
import figures from 'messages:public/figures';
import legend from 'messages:public/legend';
import site from 'messages:public/site';
import administration from 'messages:signedIn/administration';
import signedIn from 'messages:signedIn/everyPage';
import figureEditing from 'messages:signedIn/figures';
import { lazyMessages } from './lazy-messages.tsx';

/** For the explanation of the lights. */
export const legendMessages = lazyMessages(legend);
/** For pages about the service itself. */
export const siteMessages = lazyMessages(site);
/** For pages of what the board names, and those with charts. */
export const figureMessages = lazyMessages(details, figures);
/** For pages that need an account, and for the sign-in pages. */
export const signedInMessages = lazyMessages(signedIn);
/** For administration pages. */
export const administrationMessages = lazyMessages(signedIn, details, administration);
/** For pages that edit figures and findings. */
export const figureEditingMessages = lazyMessages(signedIn, details, figures, figureEditing);
