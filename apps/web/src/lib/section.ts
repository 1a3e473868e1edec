/** A section of the minutes without its sign, which the sentence around it has: "84", also where "§ 84" was written. */
export const bareSection = (section: string) => section.replace(/^\s*§\s*/, '');
