import details from 'messages:public/details';
import figures from 'messages:public/figures';
import boardExtras from 'messages:public/boardExtras';
import site from 'messages:public/site';
import administration from 'messages:signedIn/administration';
import signedIn from 'messages:signedIn/everyPage';
import figureEditing from 'messages:signedIn/figures';
import { lazyMessages } from './lazy-messages.tsx';

/** For what a board shows after its first view: the explanation of its lights, its rounds. */
export const boardExtraMessages = lazyMessages(boardExtras);
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
