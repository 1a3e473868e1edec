/** The section of the minutes without "§", which the sentence around it adds: "84" of "§ 84". */
export const bareSection = (section: string) => section.replace(/^\s*§\s*/, '');
