/** The accessibility statement, in each language. */
export const maxStatement = 4000;
export const maxFeedback = 4000;
/** The page that feedback is about. */
export const maxFeedbackPage = 300;
/** Bytes of the logo. */
export const maxLogoBytes = 120_000;
